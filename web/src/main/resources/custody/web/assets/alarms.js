// Alerts: a notice that is read out at once, and a sound, when somebody is to be told. The message holds an id and nothing
// else; what may be seen is fetched.
const region = document.getElementById('alarms')
const mute = document.getElementById('alarms-mute')
const KEY = 'custody-alarms-muted'

function muted () {
  try { return window.localStorage.getItem(KEY) === 'yes' } catch { return false }
}
function remember (silent) {
  try { window.localStorage.setItem(KEY, silent ? 'yes' : 'no') } catch { /* for this page only */ }
}

// A browser lets a page sound only after somebody has touched it: until then the button says so. Not before the click has come: the
// button changes its width, and what moves between press and release is not clicked.
let context = null
function ready () {
  if (!context && 'AudioContext' in window) context = new window.AudioContext()
  return context ? context.resume().catch(() => {}) : Promise.resolve()
}
for (const touch of ['click', 'keydown']) {
  document.addEventListener(touch, () => ready().then(show), { once: true })
}

function tone (start, pitch) {
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  oscillator.type = 'triangle'
  oscillator.frequency.value = pitch
  gain.gain.setValueAtTime(0.0001, start)
  gain.gain.exponentialRampToValueAtTime(0.4, start + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.28)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(start + 0.3)
}
function sound () {
  if (muted()) return
  ready().then(() => {
    if (!context) return
    const now = context.currentTime
    tone(now, 880)
    tone(now + 0.35, 660)
    tone(now + 0.7, 880)
    show()
  })
}

const label = mute ? mute.textContent : ''
function show () {
  if (!mute) return
  const waits = !muted() && context && context.state === 'suspended'
  mute.hidden = false
  mute.setAttribute('aria-pressed', muted() ? 'true' : 'false')
  mute.textContent = waits ? mute.dataset.waiting : label
}
if (mute) {
  mute.addEventListener('click', () => {
    remember(!muted())
    show()
  })
  show()
}

// What this browser has shown this person once, so that the next page does not sound again for it. Whoever sits down here after
// him has not heard it.
const SHOWN = 'custody-alarms-shown-' + document.body.dataset.badge
const KEPT = 1000
function shown () {
  try { return JSON.parse(window.localStorage.getItem(SHOWN) || '[]') } catch { return null }
}
function remark (events) {
  try { window.localStorage.setItem(SHOWN, JSON.stringify([...new Set([...(shown() || []), ...events])].slice(-KEPT))) } catch { /* it sounds again */ }
}

// Several alerts at one moment are one sound and at most a few notices. While what they say cannot be fetched, that
// there is something is heard all the same, and it is asked for again.
const waiting = new Set()
let timer = 0
let failing = false
let telling = false
function soon (milliseconds) {
  window.clearTimeout(timer)
  timer = window.setTimeout(tell, milliseconds)
}
async function read (path, type) {
  try {
    const answer = await window.fetch(path, { headers: { Accept: type } })
    if (answer.redirected) window.location.assign('/sign-in?ended=1')
    return answer.ok && !answer.redirected ? await answer.text() : null
  } catch {
    return null
  }
}
async function tell () {
  const events = [...waiting]
  if (events.length === 0) return
  // One at a time: what is asked for twice would be shown twice.
  if (telling) return soon(150)
  telling = true
  const asked = events.slice(0, 10)
  const others = events.length - asked.length
  const text = await read('/live/notices?events=' + encodeURIComponent(asked.join(',')) + '&others=' + others, 'text/html')
  telling = false
  if (text === null) {
    if (!failing) sound()
    failing = true
    return soon(3000)
  }
  events.forEach((event) => waiting.delete(event))
  remark(events)
  const template = document.createElement('template')
  template.innerHTML = text
  if (template.content.firstElementChild && !failing) sound()
  failing = false
  const list = region.querySelector('.alarms__list')
  list.prepend(template.content)
  while (list.children.length > 5) list.lastElementChild.remove()
}

// What rang between two pages, while the line was down or before the sign-in is told by the first page that listens.
const count = document.querySelector('[data-unheeded]')
async function ask () {
  const text = await read('/live/unheeded', 'application/json')
  if (text === null) return
  const ids = JSON.parse(text)
  if (count) {
    count.hidden = ids.length === 0
    count.querySelector('[data-number]').textContent = String(ids.length)
  }
  const before = shown()
  if (before === null) return
  ids.slice(0, KEPT).filter((id) => !before.includes(id)).forEach((id) => waiting.add(id))
  if (waiting.size > 0) soon(150)
}
let asking = 0
function askSoon () {
  window.clearTimeout(asking)
  asking = window.setTimeout(ask, 400)
}
if (region) {
  document.body.addEventListener('listening', ask)
  document.body.addEventListener('settled', askSoon)
  document.body.addEventListener('ring', (event) => {
    waiting.add(event.detail)
    failing = false
    soon(150)
    askSoon()
  })
  region.addEventListener('click', (event) => {
    const button = event.target.closest('[data-dismiss]')
    if (button) {
      button.closest('.notice').remove()
      const next = region.querySelector('[data-dismiss]')
      if (next) next.focus()
    }
  })
}
