package io.astrionix.musicmuse.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrionix.musicmuse.accounts.boundary.InvalidAvatarException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AvatarImagesTest {

    private static final String SECRET = "SECRET-OF-THE-UPLOAD";

    private final AvatarImages images = new AvatarImages();

    /** Files that no avatar is made of. */
    static Stream<Arguments> refused() throws IOException {
        var png = HostileFiles.png(64, 48);
        var jpeg = HostileFiles.jpeg(64, 48);
        var files = Map.<String, byte[]>ofEntries(
                Map.entry("nothing", new byte[0]),
                Map.entry("one byte", new byte[] {(byte) 0x89}),
                Map.entry("text", bytes("hello")),
                Map.entry("SVG", bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")),
                Map.entry(
                        "SVG with an external entity",
                        bytes(
                                "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>")),
                Map.entry("HTML", bytes("<!DOCTYPE html><script>alert(1)</script>")),
                Map.entry("HTML called PNG", bytes("\u0089PNG<script>alert(1)</script>")),
                Map.entry("GIF", bytes("GIF89a\u0001\u0000\u0001\u0000;")),
                Map.entry("GIF that is a script", bytes("GIF89a=1;alert(1)//")),
                Map.entry("BMP", bytes("BM" + "x".repeat(60))),
                Map.entry("WebP", bytes("RIFF____WEBPVP8 ")),
                Map.entry("TIFF", bytes("II*\u0000\b\u0000\u0000\u0000")),
                Map.entry("PDF", bytes("%PDF-1.7\n1 0 obj")),
                Map.entry("ZIP", bytes("PK\u0003\u0004" + "x".repeat(60))),
                Map.entry(
                        "PHP in JPEG's first bytes only",
                        HostileFiles.concat(
                                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
                                bytes("<?php system($_GET['c']); ?>"))),
                Map.entry("PNG of 50,000 x 50,000 pixels", HostileFiles.pngClaiming(50_000, 50_000)),
                Map.entry("PNG of 10,001 x 1 pixels", HostileFiles.pngClaiming(10_001, 1)),
                Map.entry(
                        "PNG of 2^31-1 pixels a side", HostileFiles.pngClaiming(Integer.MAX_VALUE, Integer.MAX_VALUE)),
                Map.entry("PNG of no pixels", HostileFiles.pngClaiming(0, 0)),
                Map.entry("PNG of minus one pixel", HostileFiles.pngClaiming(-1, -1)),
                Map.entry("PNG that ends in its header", Arrays.copyOf(png, 20)),
                Map.entry("PNG signature and nothing else", Arrays.copyOf(png, 8)),
                Map.entry("JPEG that ends in its header", Arrays.copyOf(jpeg, 30)),
                Map.entry("JPEG of 65,500 x 65,500 pixels", HostileFiles.jpegClaiming(jpeg, 65_500, 65_500)),
                Map.entry("noise behind a PNG signature", HostileFiles.noiseBehind(png, 8)),
                Map.entry("noise behind a JPEG signature", HostileFiles.noiseBehind(jpeg, 3)),
                Map.entry("6 MB", new byte[6 * 1024 * 1024]));
        return files.entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    /** Pictures with something in them that must not stay. */
    static Stream<Arguments> cleaned() throws IOException {
        var png = HostileFiles.png(64, 48);
        var jpeg = HostileFiles.jpeg(64, 48);
        var html = bytes("<script>alert('" + SECRET + "')</script>");
        return Stream.of(
                Arguments.of("JPEG with a GPS place", HostileFiles.withExif(jpeg, 1, SECRET)),
                Arguments.of("JPEG with a comment", HostileFiles.withSegment(jpeg, 0xFE, bytes(SECRET))),
                Arguments.of(
                        "JPEG with XMP",
                        HostileFiles.withSegment(jpeg, 0xE1, bytes("http://ns.adobe.com/xap/1.0/\0" + SECRET))),
                Arguments.of("JPEG that is HTML behind its end", HostileFiles.concat(jpeg, html)),
                Arguments.of("JPEG that is a ZIP behind its end", HostileFiles.concat(jpeg, bytes("PK\3\4" + SECRET))),
                Arguments.of("PNG with a text", HostileFiles.withChunk(png, "tEXt", bytes("Author\0" + SECRET))),
                Arguments.of("PNG with Exif", HostileFiles.withChunk(png, "eXIf", bytes(SECRET))),
                Arguments.of("PNG with a packed text bomb", HostileFiles.withTextBomb(png, SECRET)),
                Arguments.of("PNG that is HTML behind its end", HostileFiles.concat(png, html)),
                Arguments.of("PNG with an unknown chunk", HostileFiles.withChunk(png, "prVt", html)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    @Tag("ASVS-5.2.1")
    @Tag("ASVS-5.2.2")
    @Tag("ASVS-5.2.3")
    @Tag("ASVS-5.2.6")
    @Tag("ASVS-1.3.4")
    @Tag("ASVS-1.5.1")
    void what_is_no_picture_is_refused(String name, byte[] file) {
        assertThatThrownBy(() -> images.sanitised(file)).isInstanceOf(InvalidAvatarException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cleaned")
    @Tag("R3")
    @Tag("ASVS-14.2.8")
    @Tag("ASVS-5.2.2")
    void of_a_picture_only_its_colours_stay(String name, byte[] file) throws IOException {
        var clean = images.sanitised(file);

        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .as("the upload holds it")
                .contains(name.contains("bomb") ? "zTXt" : SECRET);
        assertThat(new String(clean, StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET, "script", "Exif", "http", "PK\3\4");
        assertThat(HostileFiles.segments(clean))
                .as("APP0 (JFIF) tells the density; no Exif, XMP, comment or profile")
                .doesNotContain(0xE1, 0xE2, 0xED, 0xFE);
        assertThat(HostileFiles.bytesBehindEnd(clean)).isZero();
        assertIsAvatar(clean);
    }

    @Test
    void a_picture_that_can_be_seen_through_is_on_white() throws IOException {
        var picture = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
        var clean = images.sanitised(HostileFiles.written(picture, "png"));

        assertThat(new Color(assertIsAvatar(clean).getRGB(128, 128))).isEqualTo(Color.WHITE);
    }

    @ParameterizedTest
    @CsvSource({"300, 200", "200, 300", "1, 1", "5, 2000", "2600, 1800", "256, 256"})
    void a_picture_of_any_shape_becomes_a_square_of_its_middle(int width, int height) throws IOException {
        assertIsAvatar(images.sanitised(HostileFiles.png(width, height)));
        assertIsAvatar(images.sanitised(HostileFiles.jpeg(width, height)));
    }

    /** A picture that is red above and blue below when it is upright, as the camera stores it for each orientation. */
    @ParameterizedTest
    @CsvSource({"1, up", "2, up", "3, down", "4, down", "5, left", "6, left", "7, right", "8, right"})
    void a_picture_is_upright_however_the_camera_was_held(int orientation, String redIsStored) throws IOException {
        var stored = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        var graphics = stored.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, 400, 400);
        graphics.setColor(Color.RED);
        switch (redIsStored) {
            case "up" -> graphics.fillRect(0, 0, 400, 200);
            case "down" -> graphics.fillRect(0, 200, 400, 200);
            case "left" -> graphics.fillRect(0, 0, 200, 400);
            default -> graphics.fillRect(200, 0, 200, 400);
        }
        graphics.dispose();
        var file = HostileFiles.withExif(HostileFiles.written(stored, "jpeg"), orientation, SECRET);

        var upright = assertIsAvatar(images.sanitised(file));
        assertThat(new Color(upright.getRGB(128, 40)).getRed()).isCloseTo(255, within(30));
        assertThat(new Color(upright.getRGB(128, 215)).getBlue()).isCloseTo(255, within(30));
    }

    /** 2,000 broken pictures: refused, or made into a clean one; never another exception. */
    @Test
    @Tag("ASVS-5.2.2")
    void a_broken_picture_does_no_harm() throws IOException {
        var random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            var file = i % 2 == 0 ? HostileFiles.png(40, 30) : HostileFiles.jpeg(40, 30);
            for (int change = 0; change <= random.nextInt(8); change++) {
                file[3 + random.nextInt(file.length - 3)] = (byte) random.nextInt();
            }
            try {
                assertIsAvatar(
                        images.sanitised(Arrays.copyOf(file, file.length - random.nextInt(2) * random.nextInt(20))));
            } catch (InvalidAvatarException refused) {
                assertThat(refused.key()).isIn("avatar.NOT_A_PICTURE", "avatar.TOO_MANY_PIXELS");
            }
        }
    }

    private static BufferedImage assertIsAvatar(byte[] file) throws IOException {
        assertThat(PictureFormat.of(file)).contains(PictureFormat.JPEG);
        var picture = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(picture.getWidth()).isEqualTo(AvatarImages.SIDE);
        assertThat(picture.getHeight()).isEqualTo(AvatarImages.SIDE);
        return picture;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
