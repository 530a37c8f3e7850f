/** Tokens of the hosted payment page. @documented S60 */
import { randomUUID } from 'node:crypto';
import { invalid } from '../../http/problem.ts';
import type { Tenant } from '../tenant.ts';

export interface TokenBody {
  error_url: string;
  cancel_url: string;
  complete_url: string;
}

function checkUrl(field: string, text: string): void {
  const isWeb = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (!isWeb) throw invalid(`${field} must be an address that begins with http:// or https://.`);
}

/** A token that opens the hosted page once. */
export function generateToken({ tables }: Tenant, body: TokenBody): { token: string } {
  checkUrl('error_url', body.error_url);
  checkUrl('cancel_url', body.cancel_url);
  checkUrl('complete_url', body.complete_url);
  const token = randomUUID();
  tables.paymentToken.insert({ token, complete_url: body.complete_url, used: false });
  return { token };
}
