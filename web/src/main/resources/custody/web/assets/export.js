// Exports go on without this page; while it is open it shows how far they are. Uploads are sent as they are, with their progress.

const table = document.querySelector('[data-exports]')
if (table) {
  const rows = [...table.querySelectorAll('[data-export]')]
  const underWay = () => rows.some((row) => ['waiting', 'running'].includes(row.dataset.state))
  const look = async () => {
    if (!underWay()) return
    try {
      const answer = await window.fetch('/live/footage-exports')
      if (answer.redirected) return window.location.assign('/sign-in?ended=1')
      const known = new Map((await answer.json()).map((one) => [one.id, one]))
      for (const row of rows) {
        const now = known.get(row.dataset.export)
        if (!now) continue
        const meter = row.querySelector('progress')
        if (meter) meter.value = now.progress
        row.querySelector('[data-text]').textContent = now.text
        if (now.state !== row.dataset.state && !['waiting', 'running'].includes(now.state)) return window.location.assign('/footage/exports')
        row.dataset.state = now.state
      }
    } catch (offline) {
      // The next answer will tell.
    }
    window.setTimeout(look, 1000)
  }
  look()
}

const form = document.querySelector('[data-upload]')
if (form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const file = form.elements.file.files[0]
    const said = form.querySelector('[data-answer]')
    const meter = form.querySelector('progress')
    if (!file) {
      said.textContent = form.dataset.nofile
      return form.elements.file.focus()
    }
    const query = new URLSearchParams()
    for (const name of ['source', 'device', 'begins', 'offset', 'record', 'note']) query.set(name, form.elements[name].value)
    const request = new XMLHttpRequest()
    request.open('POST', `/footage/uploads?${query}`)
    request.setRequestHeader('X-CSRF-TOKEN', form.elements.csrf.value)
    request.setRequestHeader('Content-Type', 'video/mp4')
    request.upload.addEventListener('progress', (part) => { if (part.lengthComputable) meter.value = 100 * part.loaded / part.total })
    request.addEventListener('error', () => { said.textContent = form.dataset.failed })
    request.addEventListener('load', () => {
      let answer = { stored: false, text: form.dataset.failed }
      try { answer = JSON.parse(request.responseText) } catch (page) { /* a page instead of an answer: the session ended */ }
      said.textContent = answer.text || form.dataset.failed
      meter.hidden = true
      if (answer.stored) window.setTimeout(() => window.location.assign('/footage/uploads'), 1500)
    })
    meter.hidden = false
    said.textContent = form.dataset.sending
    request.send(file)
  })
}
