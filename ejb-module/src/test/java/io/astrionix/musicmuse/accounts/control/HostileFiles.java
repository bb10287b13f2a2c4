package io.astrionix.musicmuse.accounts.control;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures as nobody's camera makes them. */
final class HostileFiles {

    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_HEADER_END = 33;

    private HostileFiles() {}

    static byte[] png(int width, int height) throws IOException {
        return written(picture(width, height), "png");
    }

    static byte[] jpeg(int width, int height) throws IOException {
        return written(picture(width, height), "jpeg");
    }

    static byte[] written(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        return picture;
    }

    /** Its header is right in itself; its data are those of one pixel. */
    static byte[] pngClaiming(int width, int height) throws IOException {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var bytes = new ByteArrayOutputStream();
        bytes.write(png(1, 1), 0, PNG_SIGNATURE);
        bytes.write(chunk("IHDR", header));
        bytes.write(chunk("IDAT", deflated(new byte[4])));
        bytes.write(chunk("IEND", new byte[0]));
        return bytes.toByteArray();
    }

    static byte[] jpegClaiming(byte[] jpeg, int width, int height) {
        var claiming = jpeg.clone();
        for (int i = 2; i < claiming.length - 9; i++) {
            if ((claiming[i] & 0xFF) == 0xFF && (claiming[i + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(claiming).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return claiming;
            }
        }
        throw new IllegalArgumentException("no frame header");
    }

    static byte[] noiseBehind(byte[] file, int kept) {
        var noise = new byte[4_000];
        new Random(1).nextBytes(noise);
        System.arraycopy(file, 0, noise, 0, kept);
        return noise;
    }

    static byte[] withChunk(byte[] png, String type, byte[] data) throws IOException {
        return inserted(png, PNG_HEADER_END, chunk(type, data));
    }

    /** 50 MB of text in 50 kB. */
    static byte[] withTextBomb(byte[] png, String secret) throws IOException {
        var text = new ByteArrayOutputStream();
        text.writeBytes(bytes("Comment\0\0"));
        text.writeBytes(deflated(concat(bytes(secret), new byte[50 * 1024 * 1024])));
        return withChunk(png, "zTXt", text.toByteArray());
    }

    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        var segment = ByteBuffer.allocate(4 + data.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data)
                .array();
        return inserted(jpeg, 2, segment);
    }

    /** Exif with an orientation, a place (GPS) and a description. */
    static byte[] withExif(byte[] jpeg, int orientation, String description) {
        var text = bytes(description + "\0");
        int afterDirectory = 8 + 2 + 3 * 12 + 4;
        int gps = afterDirectory + text.length + text.length % 2;
        var tiff = ByteBuffer.allocate(gps + 2 + 12 + 4)
                .put(bytes("MM\0*"))
                .putInt(8)
                .putShort((short) 3);
        entry(tiff, 0x010E, 2, text.length, afterDirectory);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8825, 4, 1, gps);
        tiff.putInt(0).put(text).position(gps).putShort((short) 1);
        entry(tiff, 0x0001, 2, 2, 0x4E000000);
        tiff.putInt(0);
        return withSegment(jpeg, 0xE1, concat(bytes("Exif\0\0"), tiff.array()));
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** The markers of a JPEG up to its pixels. */
    static List<Integer> segments(byte[] jpeg) {
        var markers = new ArrayList<Integer>();
        var file = ByteBuffer.wrap(jpeg).position(2);
        int marker = 0;
        while (marker != 0xDA) {
            if ((file.get() & 0xFF) != 0xFF) {
                throw new IllegalArgumentException("no marker");
            }
            marker = file.get() & 0xFF;
            markers.add(marker);
            int length = file.getShort() & 0xFFFF;
            file.position(file.position() + length - 2);
        }
        return markers;
    }

    /** How much there is behind a JPEG's end. */
    static int bytesBehindEnd(byte[] jpeg) {
        for (int i = jpeg.length - 2; i > 0; i--) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xD9) {
                return jpeg.length - i - 2;
            }
        }
        throw new IllegalArgumentException("no end");
    }

    static byte[] concat(byte[] first, byte[] second) {
        return inserted(first, first.length, second);
    }

    private static byte[] inserted(byte[] file, int position, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length)
                .put(file, 0, position)
                .put(part)
                .put(file, position, file.length - position)
                .array();
    }

    private static byte[] chunk(String type, byte[] data) throws IOException {
        var crc = new CRC32();
        crc.update(bytes(type));
        crc.update(data);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(data.length);
        out.write(bytes(type));
        out.write(data);
        out.writeInt((int) crc.getValue());
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] data) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(data);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
