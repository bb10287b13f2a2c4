package io.astrionix.musicmuse.system.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.Store;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.shared.DataMapProducer;
import io.astrionix.musicmuse.system.SharedMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every file that a running installation keeps belongs to a store of the data map, which has an owner and a rule. */
@SystemTest
@Tag("R20")
@Tag("ASVS-14.1.1")
@Tag("ASVS-14.1.2")
class StoresST {

    /** Stores without a file until somebody asks for one; ExportIT looks at theirs. */
    private static final Set<String> ON_DEMAND = Set.of("exports");

    private static final int FILES_AT_LEAST = 200;

    private final Path folder = SharedMusicMuse.workFolder();
    private final DataMap map = DataMapProducer.read();

    private final Path serverFolder;

    StoresST(RunningMusicMuse musicMuse) {
        serverFolder = musicMuse.serverFolder();
        assertThat(Visitor.stranger(musicMuse).get("index.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void every_file_belongs_to_one_store() throws IOException {
        var files = files();
        assertThat(files).hasSizeGreaterThan(FILES_AT_LEAST);
        assertThat(files)
                .allSatisfy(file -> assertThat(stores(file)).as(file.toString()).hasSize(1));
    }

    @Test
    void a_file_in_a_place_of_its_own_is_noticed() throws IOException {
        var stranger = Files.createFile(serverFolder.resolve("avatar.png"));
        try {
            assertThat(files().stream().filter(file -> stores(file).isEmpty()))
                    .containsExactly(folder.relativize(stranger));
        } finally {
            Files.delete(stranger);
        }
    }

    @Test
    void every_store_has_an_owner_and_a_rule_and_its_files_are_there() throws IOException {
        var files = files();
        assertThat(map.stores()).hasSizeGreaterThanOrEqualTo(8).allSatisfy(store -> {
            assertThat(store.owner()).isNotBlank();
            assertThat(store.retention()).isNotEmpty().allSatisfy(map::rule);
            assertThat(store.files().isEmpty()
                            || ON_DEMAND.contains(store.id())
                            || files.stream().anyMatch(file -> holds(store, file)))
                    .as(store.id())
                    .isTrue();
        });
    }

    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                files.add(folder.relativize(file));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private List<String> stores(Path file) {
        return map.stores().stream()
                .filter(store -> holds(store, file))
                .map(Store::id)
                .toList();
    }

    private static boolean holds(Store store, Path file) {
        return store.files().stream().anyMatch(pattern -> FileSystems.getDefault()
                .getPathMatcher("glob:" + pattern)
                .matches(file));
    }
}
