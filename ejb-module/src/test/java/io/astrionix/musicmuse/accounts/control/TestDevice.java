package io.astrionix.musicmuse.accounts.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A device with one passkey, and the browser around it, as W3C Web Authentication 6 and 7 have them; each answer can be
 * given one fault.
 */
final class TestDevice {

    static final int USER_PRESENT = 0x01;
    static final int USER_VERIFIED = 0x04;

    private static final int CREDENTIAL_INCLUDED = 0x40;
    private static final byte[] ID = "a credential's id".getBytes(StandardCharsets.UTF_8);

    /** What the browser and the device believe; change one to make a hostile answer. */
    String origin = "https://music.example.org";

    String name = "music.example.org";
    String type;
    int flags = USER_PRESENT | USER_VERIFIED;
    int count;

    private final KeyPair keys;

    TestDevice() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
    }

    static String id() {
        return base64(ID);
    }

    String create(String challenge) throws GeneralSecurityException {
        var data = authenticatorData(flags | CREDENTIAL_INCLUDED, credential());
        var attestation = new ByteArrayOutputStream();
        attestation.writeBytes(new byte[] {(byte) 0xa3, 0x63, 'f', 'm', 't', 0x64, 'n', 'o', 'n', 'e'});
        attestation.writeBytes(new byte[] {0x67, 'a', 't', 't', 'S', 't', 'm', 't', (byte) 0xa0});
        attestation.writeBytes(new byte[] {0x68, 'a', 'u', 't', 'h', 'D', 'a', 't', 'a', 0x58, (byte) data.length});
        attestation.writeBytes(data);
        return answer("\"clientDataJSON\":\"" + base64(clientData("webauthn.create", challenge))
                + "\",\"attestationObject\":\"" + base64(attestation.toByteArray()) + "\",\"transports\":[]");
    }

    String use(String challenge) throws GeneralSecurityException {
        var data = authenticatorData(flags, new byte[0]);
        var client = clientData("webauthn.get", challenge);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return answer("\"clientDataJSON\":\"" + base64(client) + "\",\"authenticatorData\":\"" + base64(data)
                + "\",\"signature\":\"" + base64(signature.sign()) + "\"");
    }

    private static String answer(String response) {
        return "{\"id\":\"" + id() + "\",\"rawId\":\"" + id()
                + "\",\"type\":\"public-key\",\"clientExtensionResults\":{}," + "\"response\":{" + response + "}}";
    }

    private byte[] clientData(String usualType, String challenge) {
        return ("{\"type\":\"" + (type == null ? usualType : type) + "\",\"challenge\":\"" + challenge
                        + "\",\"origin\":\"" + origin + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int allFlags, byte[] credential) throws GeneralSecurityException {
        return ByteBuffer.allocate(37 + credential.length)
                .put(sha256(name.getBytes(StandardCharsets.UTF_8)))
                .put((byte) allFlags)
                .putInt(count)
                .put(credential)
                .array();
    }

    /** Model (none), id, and the public key as COSE has it. */
    private byte[] credential() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return ByteBuffer.allocate(16 + 2 + ID.length + 77)
                .put(new byte[16])
                .putShort((short) ID.length)
                .put(ID)
                .put(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20})
                .put(of32(point.getAffineX().toByteArray()))
                .put(new byte[] {0x22, 0x58, 0x20})
                .put(of32(point.getAffineY().toByteArray()))
                .array();
    }

    private static byte[] of32(byte[] number) {
        var bytes = new byte[32];
        int length = Math.min(number.length, 32);
        System.arraycopy(
                Arrays.copyOfRange(number, number.length - length, number.length), 0, bytes, 32 - length, length);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
