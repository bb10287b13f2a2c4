/*
 * A form is sent once: of a double click, the second would only be told what the first has already done.
 */
(function () {
  "use strict";

  /* ms; an answer that is a file leaves the page as it is, and its button must work again */
  var PAUSE = 5000;

  function open(form) {
    delete form.dataset.sent;
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (event.defaultPrevented) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(function () { open(form); }, PAUSE);
  });

  /* who comes back by the browser's button finds the page as it was left */
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form").forEach(open);
  });
})();
