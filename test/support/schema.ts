// Validates XML against a published schema, where its folder is at hand: the schemas are not ours to ship.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'

const besideProject = fileURLToPath(new URL('../../../shared/data/iso20022', import.meta.url))
const folder = [process.env.BUURTBOEK_SCHEMAS, besideProject].find(
  (place) => place !== undefined && existsSync(join(place, 'pain.008.001.08.xsd')),
)

/** null: the schemas are not here; tests say so and pass over. Set BUURTBOEK_SCHEMAS to a folder that has them. */
export const schemaFolder = folder ?? null

/** The faults of a document; empty when it is valid. @param schema name of the file, such as `pain.008.001.08.xsd` */
export function schemaFaults(xml: string, schema: string): string[] {
  if (schemaFolder === null) throw new Error('the schemas are not here')
  const definition = XmlDocument.fromBuffer(readFileSync(join(schemaFolder, schema)))
  const validator = XsdValidator.fromDoc(definition)
  const document = XmlDocument.fromString(xml)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  } finally {
    document.dispose()
    validator.dispose()
    definition.dispose()
  }
}
