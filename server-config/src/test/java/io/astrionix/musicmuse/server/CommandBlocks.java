package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The shell commands of a documentation page: blocks that begin with {@code ```sh} and a name. */
final class CommandBlocks {

    private static final Pattern BLOCK =
            Pattern.compile("^```sh (\\S+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private final Map<String, String> blocks = new LinkedHashMap<>();
    private final Set<String> unused;

    /** @throws IllegalArgumentException if two blocks have one name */
    CommandBlocks(Path page) throws IOException {
        var found = BLOCK.matcher(Files.readString(page));
        while (found.find()) {
            if (blocks.put(found.group(1), found.group(2)) != null) {
                throw new IllegalArgumentException("two blocks named " + found.group(1));
            }
        }
        unused = new TreeSet<>(blocks.keySet());
    }

    /**
     * A block's commands.
     *
     * @throws IllegalArgumentException if the page has no such block
     */
    String take(String name) {
        unused.remove(name);
        return Optional.ofNullable(blocks.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no block named " + name));
    }

    /** The names of the blocks that nobody has taken. */
    Set<String> unused() {
        return unused;
    }
}
