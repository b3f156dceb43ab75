package export

// Translation is a text as machines translated it.
type Translation struct {
	Text       string   `json:"text"`
	From       string   `json:"from"`
	To         string   `json:"to"`
	Engines    []string `json:"engines"`
	Date       string   `json:"date,omitempty"`
	Remembered bool     `json:"remembered"`
}
