"use strict";
// Nothing on the pages needs this script: it only offers what a browser can do beyond them.
const acts = {
  print: () => window.print(),
  share: navigator.share && (() => navigator.share({ title: document.title, url: location.href }).catch(() => {})),
};
for (const button of document.querySelectorAll("[data-do]")) {
  const act = acts[button.dataset.do];
  if (act) {
    button.hidden = false;
    button.addEventListener("click", act);
  }
}
