import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { ArrangeColumns } from './ArrangeColumns.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportDone, type Taken } from './ImportDone.tsx'
import { PreviewList } from './PreviewList.tsx'

/** Inlezen in three steps: file, columns, preview. The list and the step stand in the address, so that Back goes a step back. */
export function ImportScreen() {
  const [search, setSearch] = useSearchParams()
  const [taken, setTaken] = useState<Taken>()
  const list = search.get('lijst')
  const go = (step: { readonly lijst: string; readonly stap: string } | undefined) => {
    setTaken(undefined)
    setSearch(step ?? {})
  }
  if (taken) return <ImportDone taken={taken} onAnother={() => go(undefined)} />
  if (list === null) return <ChooseFile onRead={(id) => go({ lijst: id, stap: '2' })} />
  if (search.get('stap') === '3') {
    return (
      <PreviewList
        id={list}
        onBack={() => go({ lijst: list, stap: '2' })}
        onTaken={(counts) => {
          setSearch({}, { replace: true })
          setTaken(counts)
        }}
        onPutAway={() => go(undefined)}
      />
    )
  }
  return <ArrangeColumns id={list} onNext={() => go({ lijst: list, stap: '3' })} onOther={() => go(undefined)} />
}
