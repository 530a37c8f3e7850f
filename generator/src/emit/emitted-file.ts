import type { IntegrationModel } from '../model/model.ts';

/** A file as it shall be on disk. */
export interface EmittedFile {
  /** Relative to the repository, forward slashes. */
  readonly path: string;
  readonly content: string;
  /** The component that the file is or belongs to, for the summary and for package.xml; absent for documents. */
  readonly component?: { readonly type: string; readonly name: string };
  /** Components that have no file of their own but stand in this one, such as labels. */
  readonly parts?: readonly { readonly type: string; readonly name: string }[];
}

/** What every emitter may know besides the model. */
export interface EmitContext {
  /** `billwright`. */
  readonly namespace: string;
  /** `67.0`, from sfdx-project.json. */
  readonly apiVersion: string;
}

/** Turns the whole model into the files of one kind. Pure: the same model gives the same bytes. */
export type Emitter = (model: IntegrationModel, context: EmitContext) => readonly EmittedFile[];
