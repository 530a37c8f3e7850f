/** The reason of an error in words: of the platform's calls, or of code. */
export function messageOf(error) {
  const body = error?.body;
  if (Array.isArray(body)) return body.map(({ message }) => message).join(' ');
  const output = body?.output;
  const texts = [
    ...(output?.errors ?? []).map(({ message }) => message),
    ...Object.values(output?.fieldErrors ?? {}).flatMap((errors) => [errors].flat().map(fieldMessage)),
  ];
  if (texts.length > 0) return texts.join(' ');
  return body?.message ?? error?.message ?? String(error);
}

function fieldMessage(error) {
  return typeof error === 'string' ? error : error.message;
}

/** Messages by field, of a rejected write. */
export function fieldMessages(error) {
  const fieldErrors = error?.body?.output?.fieldErrors ?? {};
  return Object.fromEntries(
    Object.entries(fieldErrors).map(([name, errors]) => [name, [errors].flat().map(fieldMessage).join(' ')]),
  );
}
