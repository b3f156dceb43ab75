package ui

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"triptych/article"
	"triptych/lang"
	"triptych/workbench"
)

func (b *bench) Fetch(_ context.Context, address string, _ bool, tell func(workbench.FetchStep)) (*workbench.Page, error) {
	tell(workbench.FetchStep{URL: address})
	if strings.Contains(address, "nothing") {
		return nil, &workbench.Problem{Reason: workbench.Failed, Input: address, Detail: "there is no host of this name", Fix: "check its spelling"}
	}
	page := func(tag lang.Tag, address, title string) *workbench.Page {
		v := article.New([]string{title, "Text."})
		v.Language, v.Source = tag, address
		return &workbench.Page{Version: &v, URL: address}
	}
	p := page(lang.Russian, address, "Мельница открылась")
	tell(workbench.FetchStep{URL: address, Language: lang.Russian, Done: true, Found: true})
	tell(workbench.FetchStep{URL: "https://mill.example/en/1", Language: lang.English, Done: true})
	p.Others = []workbench.Other{{Page: page(lang.Belarusian, "https://mill.example/be/1", "Млын адкрыўся"), Score: .97, Evidence: []string{"hreflang"}}}
	return p, nil
}

func (b *bench) Revision(context.Context, *workbench.Page) (*article.Version, time.Time, error) {
	return nil, time.Time{}, nil
}

func (b *bench) CompareVersions(_ context.Context, versions ...article.Version) (workbench.Compared, error) {
	b.versions = versions
	return b.compared, b.err
}

// found sends an address and gives the page of the search when it is done.
func found(t *testing.T, u *UI, address string) (page, string) {
	t.Helper()
	sent := serve(t, u, post("/fetch", "url", address))
	if sent.status != http.StatusSeeOther {
		t.Fatalf("status %d", sent.status)
	}
	synctest.Wait()
	at := sent.header.Get("Location")
	return serve(t, u, get(at)), at
}

func TestAddressIsFetched(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := &bench{compared: library(t)}
		u := newUI(t, b)
		p, at := found(t, u, "mill.example/ru/1")
		p.wantText("h1", "2 versions found")
		p.wantCount("input[name=version]", 2)
		p.wantCount("meta[http-equiv=refresh]", 0)
		p.wantCount(".steps .found", 1)
		p.wantCount(".steps .not", 1)
		if says := text(p.one("form.well")); !strings.Contains(says, "97 % sure: hreflang") || !strings.Contains(says, "English was not found") {
			t.Errorf("the form says %q", says)
		}
		if one := serve(t, u, post(at+"/compare", "version", "0")); one.status != http.StatusUnprocessableEntity {
			t.Errorf("one version: status %d", one.status)
		}
		all := httptest.NewRequest(http.MethodPost, at+"/compare", strings.NewReader("version=0&version=1"))
		all.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		both := serve(t, u, all)
		if both.status != http.StatusSeeOther || len(b.versions) != 2 || b.versions[1].Language != lang.Belarusian {
			t.Errorf("status %d, compared %v", both.status, b.versions)
		}
	})
}

func TestAddressThatFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, at := found(t, newUI(t, &bench{}), "https://nothing.example/")
		p.wantText("h1", "That did not work")
		p.wantText("p.alert", "There is no host of this name. Check its spelling.")
		p.wantCount("form.address input[value=https://nothing.example/]", 1)
		p.wantCount(".steps .going", 0)
		if again := serve(t, newUI(t, &bench{}), get(at)); again.status != http.StatusNotFound {
			t.Errorf("a search that is not kept: status %d", again.status)
		}
	})
}

func TestNoAddress(t *testing.T) {
	p := serve(t, newUI(t, &bench{}), post("/fetch", "url", " "))
	if p.status != http.StatusUnprocessableEntity {
		t.Errorf("status %d", p.status)
	}
	p.wantText("p.alert", "Paste the address of an article.")
}
