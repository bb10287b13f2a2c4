package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.legal.boundary.LegalBlock;
import io.astrionix.musicmuse.legal.boundary.LegalBlock.Kind;
import io.astrionix.musicmuse.legal.boundary.LegalCard;
import io.astrionix.musicmuse.legal.boundary.LegalRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Reads the Markdown of legal texts: headings, paragraphs, lists, strong words, links to our own pages, and places such as
 * {@code {{operator.name}}} that are filled in. Everything else, HTML above all, is refused.
 */
public final class MarkdownReader {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z0-9.:-]+)}}");
    private static final Pattern TABLE = Pattern.compile("\\{\\{table:([a-z-]+)}}");
    private static final Pattern OWN_PAGE = Pattern.compile("/([a-z-]+/)*[a-z-]+\\.xhtml");

    private final Parser parser = Parser.builder().build();
    private final Function<String, String> places;
    private final Function<String, List<LegalCard>> tables;

    /**
     * @param places the value of a place by its name
     * @param tables the rows of a table by its name
     */
    public MarkdownReader(Function<String, String> places, Function<String, List<LegalCard>> tables) {
        this.places = places;
        this.tables = tables;
    }

    /** @throws IllegalArgumentException if there is anything in it that legal texts have not */
    public List<LegalBlock> read(String markdown) {
        return children(parser.parse(markdown)).map(this::block).toList();
    }

    private LegalBlock block(Node node) {
        if (node instanceof Heading heading) {
            return lines(heading.getLevel() == 1 ? Kind.HEADING : Kind.SUBHEADING, List.of(runs(heading)));
        } else if (node instanceof Paragraph paragraph) {
            var runs = runs(paragraph, text -> text);
            var table = TABLE.matcher(plain(runs));
            return table.matches()
                    ? new LegalBlock(Kind.TABLE, List.of(), tables.apply(table.group(1)))
                    : lines(Kind.PARAGRAPH, List.of(runs(paragraph)));
        } else if (node instanceof BulletList list) {
            return lines(Kind.LIST, children(list).map(this::item).toList());
        }
        throw refused(node);
    }

    private List<LegalRun> item(Node item) {
        return children(item)
                .flatMap(part -> {
                    if (!(part instanceof Paragraph)) {
                        throw refused(part);
                    }
                    return runs(part).stream();
                })
                .toList();
    }

    private static LegalBlock lines(Kind kind, List<List<LegalRun>> lines) {
        return new LegalBlock(kind, lines, List.of());
    }

    private List<LegalRun> runs(Node parent) {
        return runs(parent, this::filled);
    }

    private static List<LegalRun> runs(Node parent, Function<String, String> filler) {
        var raw = new ArrayList<LegalRun>();
        children(parent).forEach(node -> collect(node, false, "", raw));
        return raw.stream()
                .map(run -> new LegalRun(filler.apply(run.text()), run.strong(), run.link()))
                .toList();
    }

    /** What the parser has cut apart is put together again: a place may go across. */
    private static void collect(Node node, boolean strong, String link, List<LegalRun> into) {
        if (node instanceof Text text) {
            append(new LegalRun(text.getLiteral(), strong, link), into);
        } else if (node instanceof SoftLineBreak) {
            append(new LegalRun(" ", strong, link), into);
        } else if (node instanceof StrongEmphasis) {
            children(node).forEach(child -> collect(child, true, link, into));
        } else if (node instanceof Link target
                && OWN_PAGE.matcher(target.getDestination()).matches()) {
            children(node)
                    .forEach(child ->
                            collect(child, strong, target.getDestination().substring(1), into));
        } else {
            throw refused(node);
        }
    }

    private static void append(LegalRun run, List<LegalRun> into) {
        int last = into.size() - 1;
        if (last >= 0
                && into.get(last).strong() == run.strong()
                && into.get(last).link().equals(run.link())) {
            into.set(last, new LegalRun(into.get(last).text() + run.text(), run.strong(), run.link()));
        } else {
            into.add(run);
        }
    }

    private String filled(String text) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(places.apply(place.group(1))));
    }

    private static String plain(List<LegalRun> runs) {
        return runs.stream().map(LegalRun::text).collect(Collectors.joining());
    }

    private static Stream<Node> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNext);
    }

    private static IllegalArgumentException refused(Node node) {
        return new IllegalArgumentException(
                "a legal text has no " + node.getClass().getSimpleName());
    }
}
