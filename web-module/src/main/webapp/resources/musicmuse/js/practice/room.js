import { Alerts } from './alerts.js';
import { calibrate } from './calibration.js';
import { CalibrationDialog } from './calibration-dialog.js';
import { html } from './dom.js';
import { calibrateKeys } from './key-calibration.js';
import { LivePanel } from './live-panel.js';
import { Messages } from './messages.js';
import { NoteNames } from './note-names.js';
import { PracticeRoom } from './practice-room.js';
import { ResultPanel } from './result-panel.js';
import { saveCalibration } from './saved-devices.js';
import { ScoreMarks } from './score-marks.js';
import { ScoreView } from './score-view.js';
import { SoundSettings } from './sound-settings.js';
import { symbolOf, verdictsOf, VerdictSheet, VerdictWords } from './verdicts.js';

/** The concert pitch that goes without saying, in hertz. */
const STANDARD_A4 = 440;

const data = JSON.parse(document.getElementById('room-data').textContent);
const root = document.getElementById('room');
root.dataset.pitched = String(data.pitched);
const part = (name) => root.querySelector(`[data-room="${name}"]`);

const messages = new Messages(data.messages, data.locale);
const noteNames = new NoteNames(
  data.notes,
  messages.text('noteNames.sharps').split(' '),
  messages.text('noteNames.flats').split(' '),
);
const words = new VerdictWords(messages, noteNames);
const sheet = new VerdictSheet();
const score = new ScoreView(part('sheet'), data);

const alerts = new Alerts(part('alert'), messages);
const room = new PracticeRoom(root, {
  data,
  messages,
  sheet,
  alerts,
  settings: new SoundSettings(root, { ...data, messages }),
  live: new LivePanel(root, { messages, noteNames, beatsPerBar: data.beatsPerBar, pitched: data.pitched }),
  marks: new ScoreMarks(score, {
    marks: part('marks'),
    cursor: part('cursor'),
    sheet,
    words,
    notes: data.notes,
    beatOfSound: (sample) => room.beatOfSound(sample),
  }),
  result: new ResultPanel(part('result'), part('details'), part('announcer'), {
    messages,
    noteNames,
    words,
    notes: data.notes,
    pitched: data.pitched,
    historyUrl: data.historyUrl,
    onAgain: () => room.start(),
  }),
  status: part('status'),
  count: part('count'),
  startButton: part('start'),
  stopButton: part('stop'),
  checkButton: part('check'),
});

const calibration = new CalibrationDialog(document.getElementById('calibration'), {
  messages,
  openContext: () => room.openContext(),
  measure: (options) =>
    room.settings.onKeys ? calibrateKeys(options) : calibrate({ ...options, deviceId: room.settings.deviceId }),
  onMeasured: async (delay) => {
    await room.settings.recognize(delay.label);
    await saveCalibration(room.settings.measured(delay));
  },
});
part('calibrate').addEventListener('click', () => {
  room.endCheck();
  calibration.open(room.settings.onKeys ? 'midi' : 'microphone');
});

root.dataset.pace = data.choice.pace;
showChoice();
showLegend();
try {
  await score.load();
} catch (failure) {
  alerts.show('error', 'error.unexpected');
  throw failure;
}
if (room.checkSupport()) await room.settings.refresh();
root.dataset.loaded = 'true';

/** What was chosen, in a few words under the title. */
function showChoice() {
  const { choice, instrument } = data;
  const facts = [
    instrument.name,
    data.pitched && choice.key && messages.text('choice.key', noteNames.ofKey(choice.key)),
    choice.pace === 'own' ? messages.text('choice.ownTempo') : messages.text('choice.tempo', choice.tempo),
    messages.text(`choice.${choice.strictness}`),
    data.pitched && choice.a4 !== STANDARD_A4 && messages.text('choice.concertPitch', choice.a4),
  ];
  part('choice').replaceChildren(...facts.filter(Boolean).map((text) => html('li', { text })));
}

function showLegend() {
  part('legend').replaceChildren(
    ...verdictsOf(data.pitched).map((verdict) =>
      html(
        'li',
        { class: `is-${verdict}` },
        html('span', { class: 'room-legend__symbol', 'aria-hidden': 'true', text: symbolOf(verdict) }),
        words.word(verdict),
      ),
    ),
  );
}
