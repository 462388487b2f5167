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

// A browser lets a page sound only after somebody has touched it: until then the button says so.
let context = null
function ready () {
  if (!context && 'AudioContext' in window) context = new window.AudioContext()
  return context ? context.resume().catch(() => {}) : Promise.resolve()
}
for (const touch of ['pointerdown', 'keydown']) {
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

// Several alerts at one moment are one sound and at most a few notices.
let waiting = []
let timer = 0
async function tell () {
  const events = waiting
  waiting = []
  const answer = await window.fetch('/live/notices?events=' + encodeURIComponent(events.join(',')), { headers: { Accept: 'text/html' } })
  if (!answer.ok || answer.redirected) return
  const template = document.createElement('template')
  template.innerHTML = await answer.text()
  const list = region.querySelector('.alarms__list')
  list.prepend(template.content)
  while (list.children.length > 5) list.lastElementChild.remove()
  sound()
}
if (region) {
  document.body.addEventListener('ring', (event) => {
    waiting.push(event.detail)
    window.clearTimeout(timer)
    timer = window.setTimeout(tell, 150)
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
