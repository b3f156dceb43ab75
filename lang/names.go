package lang

type nameOf struct{ english, own string }

func names() map[Tag]nameOf { // skeleton
	return map[Tag]nameOf{English: {"English", "English"}, Russian: {"Russian", "Русский"}, Belarusian: {"Belarusian", "Беларуская"}}
}

func aliases() map[string]Tag { return map[string]Tag{"en": English, "ru": Russian, "be": Belarusian, "by": Belarusian} }
