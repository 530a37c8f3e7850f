import { createElement } from 'lwc';
import { startSession } from 'host/session';
import App from 'shell/app';

startSession().then(
  () => document.body.append(createElement('shell-app', { is: App })),
  (error) => {
    document.body.textContent = `The local org can’t be loaded: ${error.message}`;
  },
);
