import { LightningElement } from 'lwc';
import { goTo } from 'host/router';

const STAYS = 5000;
const ICONS = {
  success: 'utility:success',
  error: 'utility:error',
  warning: 'utility:warning',
  info: 'utility:info',
};

/** Shows what components tell with `ShowToastEvent`. */
export default class Toasts extends LightningElement {
  toasts = [];
  last = 0;

  connectedCallback() {
    this.receive = (event) => this.show(event.detail);
    document.addEventListener('lightning__showtoast', this.receive);
  }

  disconnectedCallback() {
    document.removeEventListener('lightning__showtoast', this.receive);
  }

  show({ title, message = '', messageData = [], variant = 'info', mode = 'dismissible' }) {
    this.last += 1;
    const id = this.last;
    const kind = ICONS[variant] ? variant : 'info';
    const toast = {
      id,
      title,
      parts: partsOf(message, messageData),
      kind,
      icon: ICONS[kind],
      className: `slds-notify slds-notify_toast slds-theme_${kind}`,
      canClose: mode !== 'pester',
    };
    this.toasts = [...this.toasts, toast];
    if (mode !== 'sticky') window.setTimeout(() => this.close(id), STAYS);
  }

  close(id) {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  handleClose(event) {
    this.close(Number(event.currentTarget.dataset.id));
  }

  handleLink(event) {
    const address = event.currentTarget.getAttribute('href');
    if (!address.startsWith('/')) return;
    event.preventDefault();
    goTo(address);
  }
}

/** `Record {0} was made` with its data, as texts and links. */
function partsOf(message, data) {
  return message.split(/(\{\d+\})/).flatMap((text, key) => {
    if (text === '') return [];
    const index = /^\{(\d+)\}$/.exec(text)?.[1];
    const value = index === undefined ? text : (data[Number(index)] ?? text);
    const isLink = typeof value === 'object';
    return [{ key, text: isLink ? value.label : String(value), url: isLink ? value.url : undefined }];
  });
}
