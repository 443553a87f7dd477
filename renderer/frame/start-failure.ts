import { t } from '../words/t';

/**
 * Shows a page wherever an error leaves the window blank: at its start, or when even the page about an error could not be drawn.
 * It depends on nothing but the document, since anything else may be what failed.
 */
export function watchStart(root: HTMLElement): void {
  const show = (error: unknown): void => {
    // What failed may still be taken off the page, or something else be drawn after it.
    setTimeout(() => {
      if (root.childElementCount === 0) root.replaceChildren(failurePage(messageOf(error)));
    }, 0);
  };
  window.addEventListener('error', (event) => show(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => show(event.reason));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function failurePage(message: string): HTMLElement {
  const page = document.createElement('main');
  page.setAttribute('role', 'alert');
  page.className = 'start-failure';
  const title = document.createElement('h1');
  title.textContent = t('Loadline could not start');
  const text = document.createElement('p');
  text.textContent = t('Your designs are kept as they were.');
  const cause = document.createElement('pre');
  cause.textContent = message;
  page.append(
    title,
    text,
    cause,
    button(t('Reload'), () => location.reload()),
    button(t('All designs'), () => {
      location.hash = '#/';
      location.reload();
    }),
  );
  return page;
}

function button(label: string, act: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', act);
  return element;
}
