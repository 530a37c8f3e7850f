import { getJson, request } from 'host/http';

let app;

/** Loads what the page is started with: who is logged in, texts, apps. Components may be loaded after it only. */
export async function startSession() {
  app = await getJson('/local/app');
  return app;
}

export function session() {
  return app;
}

export function userId() {
  return app.user.id;
}

/** The text of a custom label: `c.Name`. */
export function label(name) {
  const text = app.labels[name];
  if (text === undefined) throw new Error(`There is no label ${name}.`);
  return text;
}

/** True if the user has it, undefined otherwise, as on the platform. */
export function customPermission(name) {
  return app.customPermissions.includes(name) ? true : undefined;
}

/** User permissions are not given to the browser; the server alone decides what a user may do. */
export function userPermission(name) {
  return (app.userPermissions ?? []).includes(name) ? true : undefined;
}

/** Goes on as another user; the page is loaded anew. */
export async function switchUser(id) {
  const { ok, content } = await request('POST', '/local/session', { userId: id });
  if (!ok) throw new Error(content?.message ?? 'The user can’t be changed.');
  window.location.reload();
}
