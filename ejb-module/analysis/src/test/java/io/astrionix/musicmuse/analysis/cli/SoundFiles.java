package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.MadeSound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Writes sound files for tests. */
final class SoundFiles {

    static final int TICKS_PER_BEAT = 480;

    private SoundFiles() {}

    /** The tune of {@link MadeSound}, as 16 bit mono. */
    static Path wav(Path file, int sampleRate) throws IOException {
        return wav(file, new AudioFormat(sampleRate, 16, 1, true, false), sampleRate);
    }

    /** The tune in another form; each channel has all of it. */
    static Path wav(Path file, AudioFormat form, int sampleRate) throws IOException {
        return wav(file, form, MadeSound.played(sampleRate));
    }

    static Path wav(Path file, AudioFormat form, short[] sound) throws IOException {
        int channels = form.getChannels();
        ByteBuffer bytes = ByteBuffer.allocate(2 * channels * sound.length).order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : sound) {
            for (int i = 0; i < channels; i++) {
                bytes.putShort(sample);
            }
        }
        AudioFormat plain = new AudioFormat(form.getSampleRate(), 16, channels, true, false);
        AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(bytes.array()), plain, sound.length);
        AudioSystem.write(AudioSystem.getAudioInputStream(form, stream), AudioFileFormat.Type.WAVE, file.toFile());
        return file;
    }

    /** A MIDI file whose events a test puts in. */
    static final class Midi {

        private final Sequence sequence;
        private Track track;

        Midi() throws InvalidMidiDataException {
            this(Sequence.PPQ, TICKS_PER_BEAT);
        }

        Midi(float divisionType, int resolution) throws InvalidMidiDataException {
            sequence = new Sequence(divisionType, resolution);
            track = sequence.createTrack();
        }

        /** What comes from now on is in a further track. */
        Midi track() {
            track = sequence.createTrack();
            return this;
        }

        Midi tempo(long tick, double bpm) throws InvalidMidiDataException {
            int micros = (int) Math.round(60e6 / bpm);
            byte[] data = {(byte) (micros >> 16), (byte) (micros >> 8), (byte) micros};
            track.add(new MidiEvent(new MetaMessage(0x51, data, data.length), tick));
            return this;
        }

        Midi note(int key, long fromTick, long toTick) throws InvalidMidiDataException {
            return event(ShortMessage.NOTE_ON, 0, key, 90, fromTick).event(ShortMessage.NOTE_OFF, 0, key, 0, toTick);
        }

        Midi event(int command, int channel, int key, int velocity, long tick) throws InvalidMidiDataException {
            track.add(new MidiEvent(new ShortMessage(command, channel, key, velocity), tick));
            return this;
        }

        Path write(Path file) throws IOException {
            MidiSystem.write(sequence, sequence.getTracks().length > 1 ? 1 : 0, file.toFile());
            return file;
        }
    }
}
