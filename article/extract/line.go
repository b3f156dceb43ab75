package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"triptych/lang/quantity"
)

// lineReason says why a single line inside an article is not of it ("share bar", "subscription"); "" if it may be. Only
// lines that say nothing else are named: an article may speak of cookies and of subscriptions.
func lineReason(text string) string {
	low := strings.ToLower(text)
	switch {
	case !hasLetterOrDigit(text):
		return "ornament"
	case !strings.ContainsFunc(text, unicode.IsLetter) && utf8.RuneCountInString(text) <= 8:
		return "ornament"
	case isReadAlso(low):
		return "other articles"
	case isShort(low, 40) && isOneOf(strings.Trim(low, " :.…→»"), shareLabels()):
		return "share bar"
	case isSubscription(low):
		return "subscription"
	case hasAny(low, []string{"cookie", "куки", "кукі"}) && hasAny(low, cookieTalk()) && hasAny(low, []string{"site", "сайт"}):
		return "cookie notice"
	case isShort(low, 250) && hasAny(low, []string{"ctrl+enter", "ctrl + enter"}):
		return "tools"
	case isShort(low, 120) && strings.HasPrefix(text, "©"), isShort(low, 300) && hasAny(low, rights()):
		return "copyright"
	case isShort(low, 120) && hasPrefix(low, tagLabels()):
		return "tools"
	}
	return ""
}

// isSubscription tells a line that asks readers to follow the newsroom elsewhere: it names a channel and either begins
// with the request or speaks of "our" channel to "you". What is quoted is somebody else's.
func isSubscription(low string) bool {
	if !isShort(low, 220) || !hasAny(low, channels()) || strings.ContainsAny(low, "«“\"") && !isShort(low, 120) {
		return false
	}
	return hasPrefix(low, subscriptionLabels()) || isShort(low, 140) && hasAny(low, requests())
}

func hasLetterOrDigit(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func isShort(text string, runes int) bool {
	return len(text) <= runes || utf8.RuneCountInString(text) <= runes
}

func isOneOf(text string, list []string) bool {
	for _, s := range list {
		if text == s {
			return true
		}
	}
	return false
}

func hasPrefix(text string, list []string) bool {
	for _, s := range list {
		if strings.HasPrefix(text, s) {
			return true
		}
	}
	return false
}

func hasAny(text string, list []string) bool {
	for _, s := range list {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}

// isReadAlso tells a label that announces links to other articles, with or without a first link on its line. A sentence
// that begins with the same words goes on without a colon.
func isReadAlso(low string) bool {
	for _, label := range readAlsoLabels() {
		rest, ok := strings.CutPrefix(low, label)
		if !ok {
			continue
		}
		rest = strings.TrimSpace(rest)
		return rest == "" || strings.HasPrefix(rest, ":") && isShort(rest, 250)
	}
	return false
}

func readAlsoLabels() []string {
	return []string{
		"read also", "also read", "read more", "see also", "related", "related articles", "related news", "more on this topic",
		"more on the topic", "also on this topic", "read next", "latest news", "recommended",
		"читайте также", "читать также", "смотрите также", "читайте по теме", "по теме", "еще по теме", "ещё по теме",
		"читайте еще", "читайте ещё", "материалы по теме", "другие новости", "подробнее по теме", "рекомендуем",
		"чытайце таксама", "чытайце яшчэ", "глядзіце таксама", "гл. таксама", "па тэме", "яшчэ па тэме", "матэрыялы па тэме",
		"іншыя навіны", "чытаць таксама", "чытайце па тэме", "рэкамендуем",
		"čytajcie taksama", "hladzicie taksama", "pa temie",
	}
}

func shareLabels() []string {
	return []string{
		"share", "share this", "share this article", "share on facebook", "share on telegram", "print", "tweet", "copy link", "comments",
		"leave a comment", "advertisement", "loading", "back to top", "listen to the article", "follow us", "accept", "accept all",
		"поделиться", "поделитесь", "поделиться в соцсетях", "печать", "распечатать", "версия для печати", "комментарии", "комментировать",
		"реклама", "загрузка", "скопировать ссылку", "оставить комментарий", "наверх", "принять", "принять все",
		"падзяліцца", "падзяліцеся", "друк", "раздрукаваць", "версія для друку", "каментары", "каментаваць", "рэклама", "загрузка",
		"скапіяваць спасылку", "пакінуць каментар", "абмеркаваць", "прыняць", "прыняць усе",
	}
}

func subscriptionLabels() []string {
	return []string{
		"subscribe", "follow us", "join our", "sign up for", "join us",
		"подписывайтесь", "подпишитесь", "подписаться", "следите за", "присоединяйтесь", "читайте нас", "наш канал",
		"падпісвайцеся", "падпішыцеся", "падпісацца", "сачыце за", "далучайцеся", "чытайце нас", "наш канал",
	}
}

// requests are the words with which a newsroom speaks of itself to its readers.
func requests() []string {
	return []string{
		"subscribe to", "follow us", "join us", "we publish", "our telegram",
		"подпишитесь", "подписывайтесь", "публикуем", "читайте нас", "нас в telegram", "наш telegram",
		"падпішыцеся", "падпісвайцеся", "публікуем", "чытайце нас", "нас у telegram", "наш telegram",
	}
}

func channels() []string {
	return []string{
		"telegram", "тelegram", "facebook", "instagram", "youtube", "viber", "newsletter", "our channel", "tiktok",
		"телеграм", "телеграмм", "рассылк", "наш канал", "нашем канале", "наши страниц", "соцсет", "фейсбук", "вайбер", "яндекс", "дзен",
		"тэлеграм", "рассылк", "нашым канале", "сацсет", "фэйсбук",
	}
}

func cookieTalk() []string {
	return []string{"we use", "uses", "accept", "agree", "использ", "соглаша", "принима", "выкарыстоўв", "згаджа", "прыма"}
}

func rights() []string {
	return []string{"all rights reserved", "все права защищены", "усе правы абаронены", "перепечатка материалов", "перадрук матэрыялаў"}
}

func tagLabels() []string {
	return []string{"tags:", "tag:", "теги:", "метки:", "тэгі:", "тегі:", "меткі:", "keywords:", "рубрика:", "рубрыка:"}
}

// isDateLine tells a line that is nothing but a date; labelled tells whether it says that it is one ("Posted: …").
func isDateLine(text string) (labelled, ok bool) {
	for part := range strings.SplitSeq(text, "|") {
		if _, ok := quantity.DateLine(strings.TrimSpace(part)); !ok {
			return false, false
		}
	}
	return hasPrefix(strings.ToLower(text), []string{"posted", "publish", "опублик", "апублік", "дата публ", "размещен", "размешч"}), true
}
