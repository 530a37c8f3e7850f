/** Diagnostics as text for people and as data for programs. */
export { diagnosticsAsJson, type DiagnosticRecord } from './json.ts';
export { inOrder } from './order.ts';
export { renderDiagnostics, type ReadText } from './render.ts';
