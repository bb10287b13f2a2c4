package io.astrionix.musicmuse.lessons.control;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements into a string, one a line. */
final class XmlOut {

    private static final String INDENT = "  ";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    XmlOut() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** An element with children. Attributes are names and values in turn. */
    void within(String element, Runnable children, String... attributes) {
        try {
            newLine();
            xml.writeStartElement(element);
            writeAttributes(attributes);
            depth++;
            children.run();
            depth--;
            newLine();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** An element with text. */
    void text(String element, Object value, String... attributes) {
        try {
            newLine();
            xml.writeStartElement(element);
            writeAttributes(attributes);
            xml.writeCharacters(value.toString());
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** An element without content. */
    void empty(String element, String... attributes) {
        try {
            newLine();
            xml.writeEmptyElement(element);
            writeAttributes(attributes);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** All that was written. */
    String finish() {
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
        return text + "\n";
    }

    private void writeAttributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n" + INDENT.repeat(depth));
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("writing into memory failed", e);
    }
}
