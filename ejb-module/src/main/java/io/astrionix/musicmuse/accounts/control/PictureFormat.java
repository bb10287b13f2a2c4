package io.astrionix.musicmuse.accounts.control;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A kind of picture that is read, told by the first bytes of the file. The names are those of ImageIO. */
enum PictureFormat {
    PNG("89504e470d0a1a0a"),
    JPEG("ffd8ff");

    private final String begin;

    PictureFormat(String begin) {
        this.begin = begin;
    }

    /** Empty: none of them. */
    static Optional<PictureFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        int length = begin.length() / 2;
        return file.length > length && HexFormat.of().formatHex(file, 0, length).equals(begin);
    }
}
