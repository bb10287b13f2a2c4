package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.privacy.boundary.RequestStepName;
import java.util.UUID;

/** What the steps do, in no transaction. A step may be done twice: the second time finds it done. */
interface RequestWork {

    StepResult run(UUID request, RequestStepName step);
}
