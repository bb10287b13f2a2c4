import { answer, creationOptions, requestOptions } from './passkey-json.js';

/** A form with data-passkey: asks the browser for a passkey, puts its answer into the form and sends it. */

async function ask(form) {
  const json = JSON.parse(form.dataset.options);
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: creationOptions(json) })
    : navigator.credentials.get({ publicKey: requestOptions(json) });
}

function prepare(form) {
  const start = form.querySelector('[data-passkey-start]');
  const problem = form.querySelector('[data-passkey-problem]');
  const field = form.querySelector('[id$="answer"]');
  start.addEventListener('click', async () => {
    problem.textContent = '';
    start.disabled = true;
    try {
      field.value = answer(await ask(form));
      form.querySelector('[id$="use"]').click();
    } catch {
      problem.textContent = problem.dataset.text;
      start.disabled = false;
    }
  });
  // Enter in a field of the form asks for the passkey too.
  form.addEventListener('submit', (event) => {
    if (!field.value) {
      event.preventDefault();
      start.click();
    }
  });
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (window.PublicKeyCredential) {
    prepare(form);
  } else {
    form.querySelector('[data-passkey-start]').disabled = true;
  }
}
