package speech

// The tables are variables so that they are sorted once. Soft ones list what news paraphrases a plain denial with.
var denialEnglish = tabulate(
	listing[DenialKind]{Plain, `not cannot`},
	listing[DenialKind]{Concord, `no never nobody none nothing nowhere neither nor unless`},
	listing[DenialKind]{Soft, `without fail* refus* deny denies denied denying denial reject* lack* absent absence hardly barely scarcely rarely
		seldom few fewer little less least avoid* prevent* stop* ban banned bans banning prohibit* forbid* forbade doubt* except*
		only alone instead rather remain* stay* keep kept miss missed misses missing lose loses lost losing hard harder difficult*
		wrong false until impossib* incapab* inadequa* incomplet* incorrect* inaccura* insufficien* invalid* illegal*
		irregular* irrelevan* inab* inactiv* invisib* indifferen* innocen* impatien* imperfect* improbab* unab* unhapp* dis* non-* cease* 
		  exclude* excluding declin* oppos* halt* abandon* yet nobody's against exempt*  
		beyond outside away contrary ignor* neglect* withheld withhold* abstain* short shortage safe* block* landlocked far `},
)

var denialRussian = tabulate(
	listing[DenialKind]{0, `недавн* недел* некотор* несколько нефт* невест* немец* немк* небо* небес* нерв* необходим* непосредств*
		немедлен* непремен* невольно незадолго недр* неизбежн* неприят* безопасность безопасности безопасностью безуслов* бесед* бессп* бесспорн* бездн* бензин*`},
	listing[DenialKind]{Plain, `не`},
	listing[DenialKind]{Concord, `нет ни никто никого никому никем ничто ничего ничему ничем никогда нигде никуда никак никак* никакой нисколько
		ничуть нельзя невозможно незачем некому нечего некогда негде никаких никакого никакая никакие никаким ниоткуда`},
	listing[DenialKind]{Soft, `без отсутств* отказ* отрица* опроверг* лишен* лишь лиши* только мало малое малая малочисл* редко вряд едва избег*
		избежа* запре* прекра* перест* кроме исключ* вместо оста* потер* утра* сложно сложнее тяжело лож* пока
		против вне сомн* противо* помеш* меша* провал* недо* отклон* отверг* отверж* воздерж* промолч* умалчив* умолч* бросил* упусти* упуст* пропус* пропал*
		игнор* нехват* чужд* свобод* хватит вопреки скромн* мимо вне вдали`},
)

var denialBelarusian = tabulate(
	listing[DenialKind]{0, `нядаўн* нядзел* некатор* некалькі нявест* нямец* неба нябёс* нерв* неабходн* непасрэдн* неадклад* непазбежн*
		непрыемн* бяспек* бяспецы безумоў* бясспрэч* бездан*`},
	listing[DenialKind]{Plain, `не ня`},
	listing[DenialKind]{Concord, `няма ні ніхто нікога нікому нікім нішто нічога нічому нічым ніколі нідзе нікуды ніяк ніяк* нельга немагчыма
		немажліва няма* ніводз* ніводн* нічый нічыя няхто няма`},
	listing[DenialKind]{Soft, `без бяз бязь безь адсутн* адмо* адмаўл* абверг* абвярг* пазбаўл* пазбав* толькі адно мала малая малы рэдка наўрад ледзь
		ледзьве пазбег* пазбяг* забар* спын* перас* акрамя апроч выключ* замест заста* страц* страт* цяжк* складан* хлус* 
		    пакуль супраць супярэч* перашк* правал* адхіл* устрым* прамаўч* замоўч* кінуў* упусц* прапус* ігнар* 
		вольны свабодн* насуперак сціпл* міма па-за прапал* сумн*`},
)
