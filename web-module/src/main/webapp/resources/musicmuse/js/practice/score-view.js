/** Pixels of one unit of OpenSheetMusicDisplay (the distance of two staff lines) at zoom 1. */
const UNIT = 10;

/** Below this width in pixels the music is drawn smaller. */
const NARROW = 520;
const WIDE = 1000;
const REDRAW_MILLIS = 150;

/**
 * The music as notation, and where each of its notes stands on the page. Drawn by OpenSheetMusicDisplay, and drawn
 * anew when the width of its place changes.
 */
export class ScoreView {
  #osmd;
  #width = 0;
  #timer;

  /**
   * @param {HTMLElement} place is filled with the drawing
   * @param {{musicXml: string, beatUnit: number}} music
   */
  constructor(place, { musicXml, beatUnit }) {
    this.place = place;
    this.musicXml = musicXml;
    this.beatUnit = beatUnit;
    /** Called after each drawing. */
    this.onDrawn = () => {};
    /** Lines of music: top and bottom of the staves, where marks go below (lane) and above (ceiling), in pixels within the place. */
    this.systems = [];
    /** Notes and rests in order of time: beat, x in pixels, index of the system. */
    this.anchors = [];
    /** The expected notes by index: as anchors, with their SVG element. */
    this.notes = [];
  }

  async load() {
    const { OpenSheetMusicDisplay } = globalThis.opensheetmusicdisplay;
    this.#osmd = new OpenSheetMusicDisplay(this.place, {
      backend: 'svg',
      autoResize: false,
      disableCursor: true,
      drawTitle: false,
      drawSubtitle: false,
      drawComposer: false,
      drawLyricist: false,
      drawCredits: false,
      drawPartNames: false,
      drawMeasureNumbersOnlyAtSystemStart: true,
      stretchLastSystemLine: true,
      drawingParameters: 'compact',
    });
    const rules = this.#osmd.EngravingRules;
    // Room for marks above and below each line of music.
    rules.MinSkyBottomDistBetweenSystems = 9;
    rules.PageTopMarginNarrow = 2;
    rules.PageLeftMargin = 1;
    rules.PageRightMargin = 1;
    await this.#osmd.load(new DOMParser().parseFromString(this.musicXml, 'application/xml'));
    this.#draw();
    new ResizeObserver(() => this.#redrawSoon()).observe(this.place);
  }

  /** Where the music is at a beat, between its notes in proportion to time. */
  at(beat) {
    const { anchors } = this;
    if (anchors.length === 0) return undefined;
    const after = anchors.findIndex((anchor) => anchor.beat > beat);
    if (after === 0) return anchors[0];
    const from = anchors[after === -1 ? anchors.length - 1 : after - 1];
    const to = after === -1 ? undefined : anchors[after];
    const system = this.systems[from.system];
    const endX = to?.system === from.system ? to.x : system.right;
    const endBeat = to?.beat ?? from.beat + from.beats;
    const part = Math.min(1, (beat - from.beat) / Math.max(endBeat - from.beat, 1e-6));
    return { beat, system: from.system, x: from.x + (endX - from.x) * part };
  }

  #redrawSoon() {
    if (Math.abs(this.place.clientWidth - this.#width) < 2) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#draw(), REDRAW_MILLIS);
  }

  #draw() {
    this.#width = this.place.clientWidth;
    // Where notes stand close, words stand upright below them and need more room.
    this.#osmd.EngravingRules.PageBottomMargin = this.#width < NARROW ? 9 : 6;
    this.#osmd.zoom = this.#width < NARROW ? 0.8 : this.#width < WIDE ? 1 : 1.2;
    this.#osmd.render();
    this.#measure();
    this.onDrawn();
  }

  #measure() {
    const pixels = UNIT * this.#osmd.zoom;
    const origin = this.place.getBoundingClientRect();
    const musicSystems = this.#osmd.GraphicSheet.MusicPages.flatMap((page) => page.MusicSystems);
    this.systems = musicSystems.map((system) => {
      const staves = system.StaffLines.map((line) => line.PositionAndShape);
      const first = staves[0];
      const last = staves[staves.length - 1];
      return {
        top: first.AbsolutePosition.y * pixels,
        bottom: (last.AbsolutePosition.y + 4) * pixels,
        right: (first.AbsolutePosition.x + first.Size.width) * pixels,
        lane: (last.AbsolutePosition.y + 5.5) * pixels,
        ceiling: (first.AbsolutePosition.y - 1.5) * pixels,
        unit: pixels,
      };
    });

    const found = this.#osmd.Sheet.SourceMeasures.flatMap((measure) =>
      measure.VerticalSourceStaffEntryContainers.flatMap((container) => this.#entriesAt(container, musicSystems, origin)),
    );
    this.anchors = found.filter((entry, index) => index === 0 || entry.beat > found[index - 1].beat);
    this.notes = found.filter((entry) => entry.begins);
    for (const note of found) {
      const system = this.systems[note.system];
      system.lane = Math.max(system.lane, note.bottom + 0.8 * pixels);
      system.ceiling = Math.min(system.ceiling, note.top - 0.5 * pixels);
    }
  }

  #entriesAt(container, musicSystems, origin) {
    const notes = container.StaffEntries.filter(Boolean)
      .flatMap((entry) => entry.VoiceEntries)
      .flatMap((entry) => entry.Notes);
    return notes.flatMap((note) => {
      const graphical = this.#osmd.EngravingRules.GNote(note);
      const group = graphical?.getSVGGElement();
      if (!group) return [];
      const head = (group.querySelector('.vf-notehead') ?? group).getBoundingClientRect();
      const all = group.getBoundingClientRect();
      const system = graphical.parentVoiceEntry.parentStaffEntry.parentMeasure.ParentMusicSystem;
      return {
        beat: container.getAbsoluteTimestamp().RealValue * this.beatUnit,
        beats: note.Length.RealValue * this.beatUnit,
        x: head.left + head.width / 2 - origin.left,
        top: all.top - origin.top,
        bottom: all.bottom - origin.top,
        system: musicSystems.indexOf(system),
        begins: !note.isRest() && (!note.NoteTie || note.NoteTie.StartNote === note),
        group,
      };
    });
  }
}
