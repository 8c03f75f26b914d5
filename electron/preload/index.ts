// All that the page gets of Electron: one way to ask and one way to listen, text only. The event object stays behind.
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../../shared/contract/bridge.ts'

const bridge: Bridge = {
  call: (request) => ipcRenderer.invoke('buurtboek:call', String(request)),
  onEvent: (listener) => {
    const hear = (_event: unknown, text: string) => listener(text)
    ipcRenderer.on('buurtboek:event', hear)
    return () => {
      ipcRenderer.off('buurtboek:event', hear)
    }
  },
}

contextBridge.exposeInMainWorld('buurtboek', bridge)
