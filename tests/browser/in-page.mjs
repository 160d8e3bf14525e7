// Functions that Playwright sends into the page: they see the page's own globals and nothing of this file.

/** Everything folded away is shown, fonts are there: what is measured next is what can be seen. */
export async function unfold() {
  for (const details of document.querySelectorAll('details')) details.open = true;
  await document.fonts.ready;
}

/** Violations that axe finds in one colour scheme, as sentences. axe-core was put into the page before. */
export async function audit(theme) {
  document.documentElement.dataset.theme = theme;
  const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  return violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')} ${n.failureSummary}`).join(' | ')}`);
}

/** Elements that reach beyond the right edge, and by how much the page scrolls sideways. */
export function overflow() {
  const reaching = [...document.querySelectorAll('main *, footer *, header *')].filter((e) => !e.closest('.vh, svg, .skip') && e.getBoundingClientRect().right > innerWidth + 1);
  return { sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth, reaching: reaching.slice(0, 3).map((e) => `${e.tagName}.${e.className} ${e.textContent.slice(0, 40)}`) };
}

export const focused = () => { const e = document.activeElement; return { name: e.id || e.className || e.tagName, text: e.textContent }; };

export const bottomOfFirstButton = () => document.querySelector('.btn')?.getBoundingClientRect().bottom ?? Infinity;

export const readClipboard = () => navigator.clipboard.readText();

export function paper() {
  dispatchEvent(new Event('beforeprint'));
  const of = (selector) => getComputedStyle(document.querySelector(selector));
  const message = document.querySelector('.msg');
  return {
    page: of('body').backgroundColor, ink: of('body').color, banner: [of('.out').backgroundColor, of('.out h1').color], buttons: of('.btns').display,
    sign: document.querySelector('.out .sign').getBoundingClientRect().width, isWhole: message.scrollHeight <= message.clientHeight + 1,
    reasons: [...document.querySelectorAll('.reason')].filter((r) => r.getBoundingClientRect().height > 0).length,
  };
}

export function smallTargets() {
  return [...document.querySelectorAll('a, button, summary, input, select, textarea')]
    .filter((e) => !e.closest('.origin, .skip') && e.getBoundingClientRect().height > 0 && e.getBoundingClientRect().height < 44).map((e) => `${e.tagName} ${e.textContent.slice(0, 30)} ${e.getBoundingClientRect().height}`);
}
