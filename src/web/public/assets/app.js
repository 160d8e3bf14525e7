// Comfort only: every page works without this file. No storage, nothing is sent anywhere.
(() => {
  const root = document.documentElement;
  const all = (selector) => document.querySelectorAll(selector);
  const offline = document.getElementById('offline');
  const showOffline = () => { if (offline) offline.hidden = navigator.onLine; };
  addEventListener('online', showOffline);
  addEventListener('offline', showOffline);
  showOffline();

  const form = document.getElementById('check');
  if (form) {
    const button = form.querySelector('button');
    const label = button.querySelector('span');
    const idle = label.textContent;
    const setBusy = (isBusy) => {
      button.classList.toggle('is-busy', isBusy);
      button.setAttribute('aria-disabled', String(isBusy));
      label.textContent = isBusy ? button.dataset.busy : idle;
    };
    form.addEventListener('submit', (event) => {
      const isBusy = button.classList.contains('is-busy');
      if (isBusy || !navigator.onLine) { event.preventDefault(); showOffline(); return; }
      setBusy(true);
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); }
    });
    // A page brought back by "back" would still be busy.
    addEventListener('pageshow', () => setBusy(false));
  }

  const byHand = (text) => {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'vh';
    document.body.append(area);
    area.select();
    const isDone = document.execCommand('copy');
    area.remove();
    return isDone;
  };
  for (const button of all('[data-copy]')) {
    const label = button.querySelector('span');
    const idle = label.textContent;
    label.setAttribute('aria-live', 'polite');
    button.hidden = false;
    button.addEventListener('click', async () => {
      const text = button.dataset.copy;
      // The clipboard is missing on plain http; then the old way.
      const isDone = await (navigator.clipboard ? navigator.clipboard.writeText(text).then(() => true, () => byHand(text)) : byHand(text));
      if (!isDone) return;
      button.focus();
      label.textContent = button.dataset.done;
      setTimeout(() => { label.textContent = idle; }, 2500);
    });
  }

  for (const link of all('[data-theme-to]')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const theme = link.dataset.themeTo;
      const other = theme === 'dark' ? 'light' : 'dark';
      root.dataset.theme = theme;
      document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax${location.protocol === 'https:' ? ';secure' : ''}`;
      link.href = link.href.replace(/theme=(?:dark|light)/, `theme=${other}`);
      link.dataset.themeTo = other;
      link.querySelector('span').textContent = link.dataset[other];
    });
  }

  // What is folded away is evidence too: paper shows it.
  addEventListener('beforeprint', () => { for (const details of all('.rest')) details.open = true; });
})();
