/* Wakes the scripts of a page that is whole without them (lib/web/pages/rewrite-html.ts) at the first touch of a form: whoever
   only reads never runs them. What is typed, chosen, dropped or sent meanwhile stays, and is taken up by them. */
(function (page) {
  var signs = ["focusin", "pointerdown", "touchstart", "keydown", "input", "change", "dragenter"];
  var isStarted = false;
  var isAwake = false;
  var isLost = false;
  /** A form that was sent before the scripts could hear of it, and by which button. */
  var held = null;
  var PATIENCE = 10000;

  function each(list, act) {
    [].slice.call(list).forEach(act);
  }
  function formOf(target) {
    return target.closest ? target.closest("form[data-live]") : null;
  }

  function touched(event) {
    if (formOf(event.target)) start();
  }
  function start() {
    if (isStarted) return;
    isStarted = true;
    each(signs, function (sign) {
      page.removeEventListener(sign, touched, true);
    });
    each(page.querySelectorAll("script[data-later]"), wake);
  }
  function wake(script) {
    var awake = page.createElement("script");
    each(script.attributes, function (attribute) {
      if (attribute.name !== "type" && attribute.name !== "data-later")
        awake.setAttribute(attribute.name, attribute.value);
    });
    awake.onerror = giveUp;
    // In the order in which they stand.
    awake.async = false;
    awake.text = script.text;
    script.parentNode.replaceChild(awake, script);
  }

  function hold(event) {
    var form = formOf(event.target);
    if (isAwake || !form || !form.requestSubmit) return;
    var isOffline = tellOffline(form);
    var hasFiles = filesOf(form).length > 0;
    if (isLost && !hasFiles && !isOffline) return;
    event.preventDefault();
    if (isOffline) return;
    if (isLost) return form.querySelector("noscript + *").scrollIntoView();
    start();
    held = { form: form, by: event.submitter };
    setTimeout(giveUp, PATIENCE);
  }
  /** Says that the network is gone, when it is. */
  function tellOffline(form) {
    var words = form.querySelector("[data-offline]");
    words.hidden = navigator.onLine !== false;
    if (!words.hidden) words.scrollIntoView({ block: "center" });
    return !words.hidden;
  }
  /** They do not come: the form works without them, but for files, which have a page of their own. */
  function giveUp() {
    if (isAwake || isLost) return;
    isLost = true;
    each(page.querySelectorAll("form[data-live] noscript"), function (words) {
      words.insertAdjacentHTML("afterend", words.textContent);
    });
    if (held && !tellOffline(held.form) && !filesOf(held.form).length)
      HTMLFormElement.prototype.submit.call(held.form);
    held = null;
  }
  function filesOf(form) {
    return [].slice.call(form.querySelectorAll("input[type=file]")).filter(function (field) {
      return field.files && field.files.length;
    });
  }
  function send() {
    isAwake = true;
    each(page.querySelectorAll("[data-offline]"), function (words) {
      words.hidden = true;
    });
    page.removeEventListener("submit", hold, true);
    if (held && page.contains(held.form)) held.form.requestSubmit(held.by);
    held = null;
  }

  /** Files go into the form's own field, where the scripts find them. */
  function take(event, data) {
    var form = formOf(event.target);
    if (isAwake || !form || !data || !data.files || data.files.length === 0) return;
    event.preventDefault();
    form.querySelector("input[type=file]").files = data.files;
    start();
  }

  /** What was kept for a form is put back by its scripts. */
  function isKept(form) {
    return (form.getAttribute("data-live") || "").split(" ").some(function (key) {
      try {
        return key && (sessionStorage.getItem(key) || localStorage.getItem(key));
      } catch (_) {
        return false;
      }
    });
  }
  function isTouched(form) {
    if (form.contains(page.activeElement)) return true;
    return [].slice.call(form.querySelectorAll("textarea")).some(function (area) {
      return area.value !== area.defaultValue;
    });
  }
  function look() {
    each(page.querySelectorAll("form[data-live]"), function (form) {
      if (isKept(form) || isTouched(form)) start();
    });
  }

  each(signs, function (sign) {
    page.addEventListener(sign, touched, true);
  });
  page.addEventListener("submit", hold, true);
  page.addEventListener("paste", function (event) {
    // What was copied with its words is meant as words.
    if (event.clipboardData && !event.clipboardData.getData("text/plain")) take(event, event.clipboardData);
  });
  page.addEventListener("dragover", function (event) {
    var types = event.dataTransfer ? [].slice.call(event.dataTransfer.types) : [];
    if (!isAwake && formOf(event.target) && types.indexOf("Files") >= 0) event.preventDefault();
  });
  page.addEventListener("drop", function (event) {
    take(event, event.dataTransfer);
  });
  page.addEventListener("bianzhen:awake", send);
  look();
  // The browser fills in again what it kept of a page itself after this script ran.
  addEventListener("pageshow", look);
})(document);
