package io.astrionix.musicmuse.shared;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.DataMapJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Lets the application read its own data map, which the compiler wrote beside the entities. */
@ApplicationScoped
public class DataMapProducer {

    @Produces
    @Singleton
    public DataMap dataMap() {
        return read();
    }

    /** The map of this version of the application. */
    public static DataMap read() {
        try (var in = Objects.requireNonNull(
                DataMapProducer.class.getResourceAsStream("/" + DataMapJson.FILE), DataMapJson.FILE)) {
            return DataMapJson.read(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
