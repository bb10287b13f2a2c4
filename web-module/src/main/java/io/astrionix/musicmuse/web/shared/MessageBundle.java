package io.astrionix.musicmuse.web.shared;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;

/** Gives the pages all message bundles under the one variable {@code msg} (see faces-config.xml). */
public class MessageBundle extends ResourceBundle {

    @Override
    protected Object handleGetObject(String key) {
        return Messages.text(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(Messages.keys(Messages.locale()));
    }
}
