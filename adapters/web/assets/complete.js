// Completes a question while it is typed, as the bot does. Without it the page works as before.
const field = document.querySelector('input[data-suggest]');
const list = field?.list;

if (field && list) {
  let latest = 0;
  let waiting;
  const complete = async () => {
    const mine = ++latest;
    const query = new URLSearchParams({ q: field.value, lang: document.documentElement.lang });
    const response = await fetch(`${field.dataset.suggest}?${query}`).catch(() => undefined);
    // Only the answer to what stands in the field now counts.
    if (!response?.ok || mine !== latest) return;
    const suggestions = await response.json();
    list.replaceChildren(
      ...suggestions
        .filter(({ value }) => value !== field.value)
        .map(({ label, value }) => Object.assign(document.createElement('option'), { value, label })),
    );
  };
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(complete, 150);
  });
}
