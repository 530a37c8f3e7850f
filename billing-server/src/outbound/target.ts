/** Where events may be sent. A sandbox must not be a way to reach other machines unless its owner says so. */
import { invalid } from '../http/problem.ts';

/** Addresses of the own machine, by what they say; a name that merely resolves to it is none. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || name === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name);
}

/** @returns the address in its normal form. @throws Problem 422 */
export function checkTarget(text: string, isAnyTargetAllowed: boolean): string {
  if (!URL.canParse(text)) throw invalid('url must be an address such as http://127.0.0.1:9000/events.');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw invalid('url must start with http:// or https://.');
  if (url.username !== '' || url.password !== '')
    throw invalid('url must hold no user and password; send them in headers.');
  if (!isAnyTargetAllowed && !isLoopback(url.hostname)) {
    throw invalid(
      `url: ${url.hostname} is another machine; this server sends events to its own only. ` +
        'Start it with --allow-outbound to send them elsewhere.',
    );
  }
  return url.href;
}
