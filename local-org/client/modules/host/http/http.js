/**
 * What a call of the platform is rejected with: components read `error.body.message`.
 */
export class HostError extends Error {
  /**
   * @param {object} body as the platform gives it.
   * @param {number} status of the answer.
   */
  constructor(body, status) {
    super(body.message);
    this.body = body;
    this.status = status;
    this.ok = false;
    this.statusText = status >= 500 ? 'Server Error' : 'Bad Request';
    this.headers = {};
    this.errorType = 'fetchResponse';
  }
}

/** Calls the server and gives its JSON; anything but success is thrown as the response and its content. */
export async function request(method, path, body) {
  const response = await send(method, path, body);
  const text = await response.text();
  return { status: response.status, ok: response.ok, content: text === '' ? null : parse(text) };
}

/** The JSON at an address of the local org itself. */
export async function getJson(path) {
  const { ok, status, content } = await request('GET', path);
  if (!ok) throw new HostError(bodyOf(content, status), status);
  return content;
}

async function send(method, path, body) {
  const options = { method, headers: { accept: 'application/json' } };
  if (body !== undefined) {
    options.headers['content-type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  try {
    return await fetch(path, options);
  } catch (cause) {
    throw new HostError({ message: `The local org does not answer (${cause.message}).` }, 0);
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.slice(0, 500) };
  }
}

function bodyOf(content, status) {
  if (content?.error?.message) return content.error;
  if (content?.message) return content;
  return { message: `The local org answered with status ${status}.` };
}
