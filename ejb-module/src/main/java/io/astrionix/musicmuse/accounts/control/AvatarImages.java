package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.InvalidAvatarException;
import io.astrionix.musicmuse.accounts.boundary.InvalidAvatarException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes of an uploaded picture one of our own: {@value #SIDE} x {@value #SIDE} pixels, JPEG, nothing in it but the
 * colours. No byte of the upload is kept: no metadata (place, camera), nothing behind the picture, no second format in
 * one file. Only PNG and JPEG are read, told by their first bytes, never by name or declared type (ASVS 5.2.2).
 */
@ApplicationScoped
public class AvatarImages {

    /** Of an upload, in bytes. */
    public static final int LARGEST_UPLOAD = 5 * 1024 * 1024;

    static final int SIDE = 256;

    /** Asked of the header, before a pixel is decoded: 24 million pixels are the picture of a good camera. */
    private static final int MOST_PIXELS = 24_000_000;

    private static final int LONGEST_SIDE = 10_000;

    /** So many pictures are decoded at once; each takes up to about 100 MB for a moment (ASVS 15.1.3). */
    private static final int AT_ONCE = 2;

    private static final float QUALITY = 0.88f;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /** @throws InvalidAvatarException if it is no picture that can be used */
    public byte[] sanitised(byte[] upload) {
        if (upload.length > LARGEST_UPLOAD) {
            throw new InvalidAvatarException(Reason.TOO_LARGE);
        }
        var format = PictureFormat.of(upload).orElseThrow(() -> new InvalidAvatarException(Reason.NOT_A_PICTURE));
        if (!places.tryAcquire()) {
            throw new InvalidAvatarException(Reason.BUSY);
        }
        try {
            return jpeg(square(decode(upload, format), ExifOrientation.of(upload)));
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof InvalidAvatarException refused) {
                throw refused;
            }
            // The JDK's readers answer broken pictures with exceptions of many kinds.
            throw new InvalidAvatarException(Reason.NOT_A_PICTURE);
        } finally {
            places.release();
        }
    }

    private static BufferedImage decode(byte[] upload, PictureFormat format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
                throw new InvalidAvatarException(Reason.TOO_MANY_PIXELS);
            }
            var parameters = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(width, height) / (2 * SIDE));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    /** The middle of the picture, upright. What can be seen through becomes white. */
    private static BufferedImage square(BufferedImage picture, ExifOrientation orientation) {
        int side = Math.min(picture.getWidth(), picture.getHeight());
        int left = (picture.getWidth() - side) / 2;
        int top = (picture.getHeight() - side) / 2;
        var square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var graphics = square.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, SIDE, SIDE);
            graphics.transform(orientation.upright(SIDE));
            graphics.drawImage(picture, 0, 0, SIDE, SIDE, left, top, left + side, top + side, null);
        } finally {
            graphics.dispose();
        }
        return square;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
