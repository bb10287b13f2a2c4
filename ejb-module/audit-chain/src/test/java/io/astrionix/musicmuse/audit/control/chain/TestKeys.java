package io.astrionix.musicmuse.audit.control.chain;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One key, the same in every test. */
enum TestKeys implements ChainKeys {
    ONE;

    @Override
    public String currentId() {
        return "1";
    }

    @Override
    public SecretKey key(String id) {
        if (!"1".equals(id)) {
            throw new IllegalArgumentException(id);
        }
        return new SecretKeySpec(new byte[] {1, 2, 3, 4}, "HmacSHA256");
    }
}
