/** A camt.053 file of one balanced statement, about 2.6 kB an entry: with everything that banks put around a payment. */
export function largeCamt(entries: number): Uint8Array<ArrayBuffer> {
  const parts = [
    `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">
  <BkToCstmrStmt>
    <GrpHdr>
      <MsgId>LARGE</MsgId>
      <CreDtTm>2026-11-02T06:00:00+01:00</CreDtTm>
    </GrpHdr>
    <Stmt>
      <Id>1</Id>
      <Acct>
        <Id>
          <IBAN>NL13TEST0123456789</IBAN>
        </Id>
        <Ccy>EUR</Ccy>
      </Acct>
${balance('OPBD', 0)}${balance('CLBD', entries * 10)}`,
  ]
  for (let at = 0; at < entries; at += 1) parts.push(entry(at))
  parts.push('    </Stmt>\n  </BkToCstmrStmt>\n</Document>\n')
  return new TextEncoder().encode(parts.join(''))
}

function balance(type: string, euros: number): string {
  return `      <Bal>
        <Tp>
          <CdOrPrtry>
            <Cd>${type}</Cd>
          </CdOrPrtry>
        </Tp>
        <Amt Ccy="EUR">${euros}.00</Amt>
        <CdtDbtInd>CRDT</CdtDbtInd>
        <Dt>
          <Dt>2026-11-01</Dt>
        </Dt>
      </Bal>
`
}

function entry(at: number): string {
  const number = String(at).padStart(8, '0')
  return `      <Ntry>
        <NtryRef>${number}</NtryRef>
        <Amt Ccy="EUR">10.00</Amt>
        <CdtDbtInd>CRDT</CdtDbtInd>
        <RvslInd>false</RvslInd>
        <Sts>BOOK</Sts>
        <BookgDt>
          <Dt>2026-11-01</Dt>
        </BookgDt>
        <ValDt>
          <Dt>2026-11-01</Dt>
        </ValDt>
        <AcctSvcrRef>00000000000000000000${number}</AcctSvcrRef>
        <BkTxCd>
          <Domn>
            <Cd>PMNT</Cd>
            <Fmly>
              <Cd>RCDT</Cd>
              <SubFmlyCd>ESCT</SubFmlyCd>
            </Fmly>
          </Domn>
          <Prtry>
            <Cd>100</Cd>
            <Issr>TEST BANK</Issr>
          </Prtry>
        </BkTxCd>
        <NtryDtls>
          <TxDtls>
            <Refs>
              <AcctSvcrRef>00000000000000000000${number}</AcctSvcrRef>
              <InstrId>INSTR-${number}</InstrId>
              <EndToEndId>E2E-${number}</EndToEndId>
              <TxId>TX-${number}</TxId>
            </Refs>
            <AmtDtls>
              <InstdAmt>
                <Amt Ccy="EUR">10.00</Amt>
              </InstdAmt>
              <TxAmt>
                <Amt Ccy="EUR">10.00</Amt>
              </TxAmt>
            </AmtDtls>
            <RltdPties>
              <Dbtr>
                <Nm>Mevrouw R. Öztürk en de heer S. de Groot ${number}</Nm>
                <PstlAdr>
                  <Ctry>NL</Ctry>
                  <AdrLine>Kastanjehof ${at % 300}</AdrLine>
                  <AdrLine>1234 AB Delft</AdrLine>
                </PstlAdr>
              </Dbtr>
              <DbtrAcct>
                <Id>
                  <IBAN>NL87TEST00${number}</IBAN>
                </Id>
              </DbtrAcct>
              <UltmtDbtr>
                <Nm>Huishouden Kastanjehof ${at % 300}</Nm>
              </UltmtDbtr>
              <Cdtr>
                <Nm>Stadsdorp Oosterweide</Nm>
              </Cdtr>
              <CdtrAcct>
                <Id>
                  <IBAN>NL13TEST0123456789</IBAN>
                </Id>
              </CdtrAcct>
            </RltdPties>
            <RltdAgts>
              <DbtrAgt>
                <FinInstnId>
                  <BIC>TESTNL2AAMS</BIC>
                </FinInstnId>
              </DbtrAgt>
            </RltdAgts>
            <RmtInf>
              <Ustrd>contributie november 2026 lidnummer ${number}, voor ons beiden en voor de buurvrouw op nummer twaalf</Ustrd>
              <Ustrd>, met dank voor de barbecue</Ustrd>
            </RmtInf>
            <AddtlTxInf>Overboeking via internetbankieren ${number}</AddtlTxInf>
          </TxDtls>
        </NtryDtls>
        <AddtlNtryInf>Overboeking</AddtlNtryInf>
      </Ntry>
`
}
