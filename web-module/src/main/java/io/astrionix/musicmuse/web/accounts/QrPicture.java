package io.astrionix.musicmuse.web.accounts;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as one path of an SVG picture: an element of the page, so that the content policy need not allow images. */
final class QrPicture {

    /** The quiet zone that ISO/IEC 18004 asks for, in modules. */
    private static final int MARGIN = 4;

    private final QrCode code;

    QrPicture(String text) {
        code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    }

    String viewBox() {
        int side = code.size + 2 * MARGIN;
        return "0 0 " + side + " " + side;
    }

    /** One square for each dark module. */
    String path() {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
