/*
 * Says while typing whether a new password is long enough. It counts characters and nothing else, and sends nothing
 * anywhere: whether a password is a common one says the server when the form is sent.
 */
(function () {
  "use strict";

  function words(meter, length) {
    var least = Number(meter.dataset.least);
    if (length < least) {
      return meter.dataset.short.replace("{0}", String(length)).replace("{1}", String(least));
    }
    return length < least + 5 ? meter.dataset.enough : meter.dataset.good;
  }

  function show(meter, input) {
    var length = Array.from(input.value.normalize("NFKC")).length;
    meter.hidden = length === 0;
    meter.querySelector("meter").value = Math.min(length, 30);
    meter.querySelector("span").textContent = words(meter, length);
  }

  document.querySelectorAll(".mm-meter").forEach(function (meter) {
    var input = meter.closest("form").querySelector("input[id$='" + meter.dataset.input + "']");
    input.addEventListener("input", function () { show(meter, input); });
  });
})();
