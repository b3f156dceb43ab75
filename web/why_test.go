package web_test

import "testing"

// What ties a row opens by the keyboard, and goes when the reader turns to something else. The text stays where it is.
func TestBrowserWhy(t *testing.T) {
	p := newTab(t, newBrowser(t))
	p.open("/sample")
	p.until(`!document.querySelector("[data-bar]").hidden`)
	run := func(script string) { p.t.Helper(); p.until("(() => {" + script + "; return true})()") }
	run(`window.whys = [...document.querySelectorAll(".why")]; window.height = () => document.querySelector(".sheets").offsetHeight; whys[1].closest("[data-row]").click(); window.before = height()`)
	run(`whys[1].querySelector("summary").click()`)
	p.until(`whys[1].open && whys[1].querySelector(".ties").offsetHeight > 0 && height() === before`)
	run(`whys[2].querySelector("summary").click()`)
	p.until(`whys[2].open && !whys[1].open`)
	run(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}))`)
	p.until(`!whys[2].open && document.activeElement === whys[2].querySelector("summary") && document.querySelector(".here")`)
	run(`whys[1].querySelector("summary").click()`)
	run(`document.querySelector("h1").click()`)
	p.until(`!whys[1].open`)
	run(`whys[1].querySelector("summary").click()`)
	run(`document.querySelector("[data-row='4'] .no a").focus()`)
	p.until(`!whys[1].open`)
}
