import multipart, { type MultipartFile } from '@fastify/multipart';
import { createParamDecorator, type ExecutionContext, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { DomainError } from '../errors/index.ts';
import type { ObjectStore, StoredObject } from '../storage/index.ts';
import { fieldErrors } from './field-errors.ts';

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
   * @throws DomainError `upload.formExpected`, `upload.missing`, `upload.oneFile`, `upload.tooLarge`, `request.invalid`
   */
  async receive<S extends z.ZodType>(rules: UploadRules<S>): Promise<ReceivedFile<z.infer<S>>> {
    if (!this.request.isMultipart()) throw new DomainError('upload.formExpected');
    const texts: Record<string, unknown> = {};
    let received: { object: StoredObject; fileName: string; fields: z.infer<S> } | undefined;
    try {
      for await (const part of this.request.parts({ limits: { fileSize: rules.maxBytes } })) {
        if (part.type === 'field') texts[part.fieldname] = part.value;
        else if (received || part.fieldname !== 'file') throw new DomainError('upload.oneFile');
        else received = await this.keep(part, texts, rules);
      }
    } catch (error) {
      if (received) await rules.store.remove(rules.key);
      throw refusalOf(error, rules.maxBytes);
    }
    if (!received) throw new DomainError('upload.missing');
    return received;
  }

  private async keep<S extends z.ZodType>(
    part: MultipartFile,
    texts: Readonly<Record<string, unknown>>,
    { schema, store, key }: UploadRules<S>,
  ): Promise<ReceivedFile<z.infer<S>>> {
    const read = schema.safeParse(texts);
    if (!read.success)
      throw new DomainError('request.invalid', { fields: fieldErrors(read.error.issues, texts) });
    const object = await store.put(key, part.file);
    return { object, fileName: nameOf(part.filename), fields: read.data };
  }
}

function nameOf(told: string): string {
  const [last = ''] = told.split(/[\\/]/).slice(-1);
  // Control characters and marks that turn the direction of writing make one name look like another.
  const name = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return name === '' ? 'file' : name.slice(0, 200);
}

/** What the reader of forms refuses; anything else is not the client's fault. */
function refusalOf(error: unknown, maxBytes: number): unknown {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string' || !code.startsWith('FST_')) return error;
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new DomainError('upload.tooLarge', { params: { megabytes: maxBytes / 1_000_000 } });
  if (code === 'FST_FILES_LIMIT') return new DomainError('upload.oneFile');
  return new DomainError('request.invalid');
}
