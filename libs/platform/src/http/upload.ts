import multipart, { type Multipart, type MultipartFile, type MultipartValue } from '@fastify/multipart';
import { createParamDecorator, type ExecutionContext, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { DomainError } from '../errors/index.ts';
import type { ObjectStore, StoredObject } from '../storage/index.ts';
import { pointerOf } from './field-errors.ts';
import { readWith } from './schema.pipe.ts';

const MOST_FIELDS = 20;
const LONGEST_FIELD = 10_000;

/** A file that was received and stored, with the other fields of its form. */
export interface ReceivedFile<T> {
  readonly object: StoredObject;
  /** As the client called it, without its folders; at most 200 characters. */
  readonly fileName: string;
  readonly fields: T;
}

export interface UploadRules<S extends z.ZodType> {
  readonly store: ObjectStore;
  /** Under which the file is stored, whatever becomes of the command. */
  readonly key: string;
  readonly maxBytes: number;
  /** Of the form's other fields, which come as texts. They must stand before the file. */
  readonly schema: S;
}

/** Lets an application receive forms with files (RFC 7578). */
@Module({})
export class UploadsModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // Not awaited: that would make the server ready before the framework has put in its error handler.
    void this.host.httpAdapter.getInstance<FastifyInstance>().register(multipart, {
      limits: { files: 2, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD, headerPairs: 50 },
    });
  }
}

/** The form of a request that is being sent. */
export const Upload = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    new IncomingForm(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** A form that is still arriving: its file goes into the store as it comes. */
export class IncomingForm {
  constructor(private readonly request: FastifyRequest) {}

  /**
   * Receives the form: one file named `file`, and fields ahead of it. Nothing is kept of a form that is refused.
   *
   * @throws DomainError `upload.formExpected`, `upload.missing`, `upload.oneFile`, `upload.fieldLate`,
   *   `upload.tooLarge`, `request.invalid`
   */
  async receive<S extends z.ZodType>(rules: UploadRules<S>): Promise<ReceivedFile<z.infer<S>>> {
    if (!this.request.isMultipart()) throw new DomainError('upload.formExpected');
    const texts: Record<string, unknown> = {};
    let received: ReceivedFile<z.infer<S>> | undefined;
    try {
      for await (const part of this.parts(rules.maxBytes)) {
        if (part.type === 'file') received = await this.keep(onlyFile(part, received), texts, rules);
        else if (received)
          throw new DomainError('upload.fieldLate', { pointer: pointerOf([part.fieldname]) });
        else texts[part.fieldname] = textOf(part);
      }
    } catch (error) {
      if (received) await rules.store.remove(rules.key);
      this.dismiss();
      throw error;
    }
    if (!received) throw new DomainError('upload.missing');
    return received;
  }

  /** What the reader of forms refuses is the form's fault; anything else that goes wrong is not. */
  private async *parts(maxBytes: number): AsyncGenerator<Multipart> {
    try {
      yield* this.request.parts({ limits: { fileSize: maxBytes } });
    } catch (error) {
      throw refusalOf(error, maxBytes);
    }
  }

  private async keep<S extends z.ZodType>(
    part: MultipartFile,
    texts: Readonly<Record<string, unknown>>,
    { schema, store, key, maxBytes }: UploadRules<S>,
  ): Promise<ReceivedFile<z.infer<S>>> {
    const fields = readWith(schema, texts);
    try {
      const object = await store.put(key, part.file);
      return { object, fileName: nameOf(part.filename), fields };
    } catch (error) {
      throw part.file.errored === null ? error : refusalOf(error, maxBytes);
    }
  }

  /** The rest of a refused form is still coming: it is let pass, so that the connection can be used again. */
  private dismiss(): void {
    this.request.raw.unpipe().resume();
  }
}

/** @throws DomainError `upload.missing` for a file by another name, `upload.oneFile` for a second one */
function onlyFile(part: MultipartFile, received: unknown): MultipartFile {
  if (received) throw new DomainError('upload.oneFile');
  if (part.fieldname !== 'file') throw new DomainError('upload.missing');
  return part;
}

/** @throws DomainError `request.invalid` for a field that is longer than any may be */
function textOf({ fieldname, value, fieldnameTruncated, valueTruncated }: MultipartValue): unknown {
  if (fieldnameTruncated) throw new DomainError('request.invalid');
  if (!valueTruncated) return value;
  throw new DomainError('request.invalid', {
    fields: [{ pointer: pointerOf([fieldname]), code: 'field.tooLong' }],
  });
}

function nameOf(told: string): string {
  const [last = ''] = told.split(/[\\/]/).slice(-1);
  // Control characters and marks that turn the direction of writing make one name look like another.
  const name = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return name === '' ? 'file' : name.slice(0, 200).toWellFormed();
}

function refusalOf(error: unknown, maxBytes: number): DomainError {
  const { code } = error as { code?: unknown };
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new DomainError('upload.tooLarge', { params: { megabytes: maxBytes / 1_000_000 } });
  if (code === 'FST_FILES_LIMIT') return new DomainError('upload.oneFile');
  return new DomainError('request.invalid');
}
