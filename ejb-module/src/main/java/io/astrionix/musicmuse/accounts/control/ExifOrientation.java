package io.astrionix.musicmuse.accounts.control;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera was held (Exif 2.32, tag 0x0112): the one thing worth knowing of a picture's metadata before it is thrown
 * away, or portraits would lie on their side.
 *
 * @param value 1 to 8; 1 is upright
 */
record ExifOrientation(int value) {

    private static final ExifOrientation UPRIGHT = new ExifOrientation(1);

    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** Upright where the file is no JPEG, says nothing or cannot be understood. */
    static ExifOrientation of(byte[] file) {
        try {
            return inJpeg(ByteBuffer.wrap(file));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return UPRIGHT;
        }
    }

    private static ExifOrientation inJpeg(ByteBuffer file) {
        if (file.getShort() != (short) 0xFFD8) {
            return UPRIGHT;
        }
        while (file.remaining() > 4 && (file.get() & 0xFF) == 0xFF) {
            int marker = file.get() & 0xFF;
            int length = (file.getShort() & 0xFFFF) - 2;
            if (marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            var segment = file.slice(file.position(), length);
            if (marker == APP1 && isExif(segment)) {
                return inTiff(segment.slice(EXIF.length, length - EXIF.length));
            }
            file.position(file.position() + length);
        }
        return UPRIGHT;
    }

    private static boolean isExif(ByteBuffer segment) {
        var begin = new byte[EXIF.length];
        segment.get(0, begin);
        return Arrays.equals(begin, EXIF);
    }

    private static ExifOrientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? new ExifOrientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** What turns a square picture of this side upright. */
    AffineTransform upright(int side) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, side, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, side, side);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, side);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, side, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, side, side);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, side);
            default -> new AffineTransform();
        };
    }
}
