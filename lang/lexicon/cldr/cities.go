package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// cities are the exemplar cities of time zones. English leaves out those that the zone's key names already; Russian
// names all, and so tells which zones there are.
func cities(packages fs.FS, locale string) (names, error) {
	all, err := exemplarCities(packages, locale)
	if err == nil && isEnglish(locale) {
		err = nameByZone(all, packages)
	}
	// Zones that are no place, or that the languages name after different places.
	for _, zone := range strings.Fields("Etc/Unknown America/Coral_Harbour America/Scoresbysund Asia/Kamchatka") {
		delete(all, zone)
	}
	return all, err
}

func nameByZone(all names, packages fs.FS) error {
	zones, err := exemplarCities(packages, "ru")
	if err != nil {
		return err
	}
	for zone := range zones {
		if all[zone] == nil {
			all[zone] = []string{strings.ReplaceAll(path.Base(zone), "_", " ")}
		}
	}
	return nil
}

func exemplarCities(packages fs.FS, locale string) (names, error) {
	areas, err := read[map[string]json.RawMessage](packages, "dates", locale, "timeZoneNames", "dates", "timeZoneNames", "zone")
	if err != nil {
		return nil, err
	}
	all := names{}
	for area, node := range areas {
		if err := all.addZones(area, node); err != nil {
			return nil, fmt.Errorf("zone %s: %w", area, err)
		}
	}
	return all, nil
}

// addZones goes down to the zones of an area. CLDR marks them with "_type"; above them are areas of areas, as Indiana.
func (all names) addZones(zone string, node json.RawMessage) error {
	var mark struct {
		Type string `json:"_type"`
		City string `json:"exemplarCity"`
	}
	if err := json.Unmarshal(node, &mark); err != nil {
		return err
	}
	if mark.City != "" {
		all[zone] = []string{mark.City}
	}
	if mark.Type != "" {
		return nil
	}
	var inner map[string]json.RawMessage
	if err := json.Unmarshal(node, &inner); err != nil {
		return err
	}
	for key, below := range inner {
		if err := all.addZones(zone+"/"+key, below); err != nil {
			return err
		}
	}
	return nil
}
