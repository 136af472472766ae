/* What reading needs in the browser, in syntax that old ones know. Its words are the page's. */
(function (root, page, speech) {
  if (!root.closest) return;

  function all(selector, within) {
    return [].slice.call((within || page).querySelectorAll(selector));
  }
  function partOf(control, selector) {
    return control.closest("[data-acts]").querySelector(selector);
  }

  function say(control, word) {
    var status = partOf(control, "[role=status]");
    status.textContent = "";
    setTimeout(function () {
      status.textContent = status.getAttribute("data-" + word) || "";
    }, 50);
  }

  function keepElder(box) {
    try {
      if (box.checked) localStorage.setItem(box.id, "on");
      else localStorage.removeItem(box.id);
    } catch (_) {}
  }

  /** A page that comes back follows what was chosen since. */
  function restoreElder(isBack) {
    var box = page.getElementById("elder-mode");
    try {
      if (localStorage.getItem(box.id)) box.checked = true;
      else if (isBack) box.checked = false;
      else keepElder(box);
    } catch (_) {}
  }

  /** What the browser will not copy stands there selected. */
  function copy(button, address) {
    var text = address || button.getAttribute("data-text");
    var box = partOf(button, "textarea");
    function end(isDone) {
      box.hidden = isDone;
      say(button, isDone ? "done" : "failed");
    }
    function select() {
      var isDone = false;
      box.hidden = false;
      box.value = text;
      box.focus();
      box.setSelectionRange(0, text.length);
      try {
        isDone = page.execCommand("copy");
      } catch (_) {}
      if (isDone) button.focus();
      end(isDone);
    }
    if (!navigator.clipboard) return select();
    navigator.clipboard.writeText(text).then(function () {
      end(true);
    }, select);
  }

  /** Hands the page to another program, without what WeChat and others added to its address. */
  function share(button) {
    var url = location.href.split(/[?#]/)[0];
    if (!navigator.share) return copy(button, url);
    navigator.share({ title: page.title, url: url }).then(null, function (error) {
      if (error.name !== "AbortError") copy(button, url);
    });
  }

  /* By sentences: browsers break off in long texts, and many cannot pause. */
  var blocks = "h1,h2,h3,p,li,blockquote,dt,dd,th,td,summary";
  var silent = "[data-silent],[data-print=hide],details:not([open])>:not(summary)";
  var rest = [];
  var voice, reader, spoken;

  /** Rather one that needs no network. */
  function findVoice() {
    voice = null;
    speech.getVoices().forEach(function (each) {
      if (/^(zh|cmn)(?!.*(hk|tw))/i.test(each.lang) && !(voice && voice.localService)) voice = each;
    });
    root.setAttribute("data-voice", voice ? "yes" : "no");
  }

  function sentences() {
    var shown = all(blocks, page.getElementById("main")).filter(function (block) {
      return block.getClientRects().length && !block.closest(silent) && !block.querySelector(blocks);
    });
    var texts = shown.map(function (block) {
      // The numbers of the evidence are for the eye.
      return block.textContent.replace(/\[\d+\]/g, "").replace(/[.!?;] /g, "$&\n");
    });
    return texts.join("\n").match(/[^\s。！？；][^。！？；\n]*[。！？；]*[”’）」]*/g) || [];
  }

  function show(state) {
    all("[data-on]", reader).forEach(function (button) {
      button.setAttribute("aria-pressed", button.getAttribute("data-on") === state);
    });
    partOf(reader, "[data-while]").hidden = state !== "reading" && state !== "paused";
    say(reader, state);
  }

  function end(state) {
    spoken = null;
    speech.cancel();
    if (state !== "paused") {
      rest = [];
      if (reader.contains(page.activeElement)) partOf(reader, "button").focus();
    }
    show(state);
  }

  function speak() {
    var text = rest[0];
    if (!text) return end("done");
    var part = new SpeechSynthesisUtterance(text);
    part.lang = /[一-龥]/.test(text) ? "zh-CN" : root.lang;
    if (part.lang === "zh-CN") part.voice = voice;
    part.rate = 0.9;
    part.onend = function () {
      if (part !== spoken) return;
      rest.shift();
      speak();
    };
    part.onerror = function () {
      if (part === spoken) end("failed");
    };
    spoken = part;
    speech.speak(part);
  }

  function stop() {
    if (reader) end();
  }

  function read(button) {
    reader = button.closest("[data-acts]");
    if (spoken) return end("paused");
    if (!rest.length) rest = sentences();
    show("reading");
    speak();
  }

  function narrow(input) {
    var words = input.value.trim().toLowerCase();
    var isEmpty = true;
    all("[data-group]").forEach(function (group) {
      group.hidden = true;
      all("[data-name]", group).forEach(function (one) {
        one.hidden = one.getAttribute("data-name").toLowerCase().indexOf(words) < 0;
        if (!one.hidden) group.hidden = isEmpty = false;
      });
      if (words) group.open = !group.hidden;
    });
    say(input, isEmpty ? "none" : "");
  }

  var acts = { copy: copy, share: share, read: read, stop: stop };

  page.addEventListener("click", function (event) {
    var button = event.target.closest("[data-does]");
    var link = event.target.closest("[data-keeps=query]");
    if (button) acts[button.getAttribute("data-does")](button);
    if (link) link.search = location.search;
  });
  page.addEventListener("change", function (event) {
    if (event.target.id === "elder-mode") keepElder(event.target);
  });
  page.addEventListener("input", function (event) {
    if (event.target.id === "member-filter") narrow(event.target);
  });
  addEventListener("pageshow", function (event) {
    if (event.persisted) restoreElder(true);
  });
  addEventListener("pagehide", stop);

  root.setAttribute("data-scripted", "");
  restoreElder();
  try {
    findVoice();
    speech.onvoiceschanged = findVoice;
  } catch (_) {}
})(document.documentElement, document, window.speechSynthesis);
