-- null: the take is from before players were followed
alter table musicmuse.practice_session
    add pace text check (pace in ('metronome', 'own'));
