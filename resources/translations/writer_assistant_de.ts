<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>F&amp;indings</source>
        <translation>Hin&amp;weise</translation>
    </message>
    <message>
        <source>Revie&amp;w</source>
        <translation>Durchsich&amp;t</translation>
    </message>
    <message>
        <source>&amp;Persona</source>
        <translation>&amp;Persona</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;New draft</source>
        <translation>&amp;Neuer Entwurf</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Neues F&amp;enster</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Recent dra&amp;fts…</source>
        <translation>Letzte Entwü&amp;rfe…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Earlier &amp;versions…</source>
        <translation>Frühere &amp;Versionen…</translation>
    </message>
    <message>
        <source>Look at what the draft was, compare, restore</source>
        <translation>Ansehen, wie der Entwurf war, vergleichen, wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Copy cleaned text</source>
        <translation>&amp;Bereinigten Text kopieren</translation>
    </message>
    <message>
        <source>Copy the whole draft for a channel, without comments and invisible characters</source>
        <translation>Den ganzen Entwurf für einen Kanal kopieren, ohne Kommentare und unsichtbare Zeichen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export as a Word document, a web page or PDF</source>
        <translation>Als Word-Dokument, Webseite oder PDF exportieren</translation>
    </message>
    <message>
        <source>C&amp;lose draft</source>
        <translation>Entwurf s&amp;chließen</translation>
    </message>
    <message>
        <source>Open the last closed draf&amp;t again</source>
        <translation>Zuletzt &amp;geschlossenen Entwurf wieder öffnen</translation>
    </message>
    <message>
        <source>Close win&amp;dow</source>
        <translation>Fenster schl&amp;ießen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Paste rich text as Markdown</source>
        <translation>Formatierten Text als Markdown einfügen</translation>
    </message>
    <message>
        <source>Paste as plain te&amp;xt</source>
        <translation>Als reinen Te&amp;xt einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Nächster &amp;Treffer</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Rep&amp;lace…</source>
        <translation>Erset&amp;zen…</translation>
    </message>
    <message>
        <source>Next &amp;misspelt word</source>
        <translation>Nächster Schrei&amp;bfehler</translation>
    </message>
    <message>
        <source>Go to the next misspelt word, with what may be meant</source>
        <translation>Zum nächsten falsch geschriebenen Wort, mit Vorschlägen</translation>
    </message>
    <message>
        <source>My &amp;dictionary…</source>
        <translation>Mein Wörterb&amp;uch…</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;Highlights</source>
        <translation>&amp;Markierungen</translation>
    </message>
    <message>
        <source>Show or hide the marks in the draft</source>
        <translation>Markierungen im Entwurf zeigen oder verbergen</translation>
    </message>
    <message>
        <source>&amp;Review: mark everything</source>
        <translation>&amp;Durchsicht: alles markieren</translation>
    </message>
    <message>
        <source>Off: only what is clear-cut is marked, for drafting</source>
        <translation>Aus: Nur eindeutige Stellen werden markiert, zum Schreiben</translation>
    </message>
    <message>
        <source>Side &amp;panel</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>Ne&amp;xt draft</source>
        <translation>&amp;Nächster Entwurf</translation>
    </message>
    <message>
        <source>Pre&amp;vious draft</source>
        <translation>&amp;Vorheriger Entwurf</translation>
    </message>
    <message>
        <source>Go to &amp;findings or back to the draft</source>
        <translation>Zu den &amp;Hinweisen oder zurück zum Entwurf</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Vo&amp;llbild</translation>
    </message>
    <message>
        <source>The draft and nothing else; Escape leaves</source>
        <translation>Der Entwurf und sonst nichts; mit Esc zurück</translation>
    </message>
    <message>
        <source>Dim all but the s&amp;entence</source>
        <translation>Alles außer dem S&amp;atz abblenden</translation>
    </message>
    <message>
        <source>Dim all but the p&amp;aragraph</source>
        <translation>Alles außer dem A&amp;bsatz abblenden</translation>
    </message>
    <message>
        <source>&amp;Larger letters</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>&amp;Smaller letters</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>Letters in their usual si&amp;ze</source>
        <translation>Übliche Sch&amp;riftgröße</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>&amp;Nächster Hinweis</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>&amp;Vorheriger Hinweis</translation>
    </message>
    <message>
        <source>&amp;Use the first suggestion</source>
        <translation>&amp;Ersten Vorschlag einsetzen</translation>
    </message>
    <message>
        <source>Use the &amp;second suggestion</source>
        <translation>&amp;Zweiten Vorschlag einsetzen</translation>
    </message>
    <message>
        <source>Use the &amp;third suggestion</source>
        <translation>&amp;Dritten Vorschlag einsetzen</translation>
    </message>
    <message>
        <source>Say what it &amp;means for the reader…</source>
        <translation>Sagen, was es für die Leser &amp;bedeutet…</translation>
    </message>
    <message>
        <source>Answer it yourself, use the answer, and keep it in the persona</source>
        <translation>Selbst antworten, die Antwort einsetzen und in der Persona behalten</translation>
    </message>
    <message>
        <source>&amp;Begin with the reader…</source>
        <translation>Mit den Lesern an&amp;fangen…</translation>
    </message>
    <message>
        <source>First sentences that start where the reader is</source>
        <translation>Erste Sätze, die dort anfangen, wo die Leser sind</translation>
    </message>
    <message>
        <source>&amp;End with the reader…</source>
        <translation>Mit den Lesern auf&amp;hören…</translation>
    </message>
    <message>
        <source>Last sentences about what the reader cares for</source>
        <translation>Letzte Sätze über das, was den Lesern wichtig ist</translation>
    </message>
    <message>
        <source>&amp;Ignore this one</source>
        <translation>Diesen Hinweis &amp;ignorieren</translation>
    </message>
    <message>
        <source>Ignore this p&amp;hrase in this draft</source>
        <translation>Diese W&amp;örter in diesem Entwurf ignorieren</translation>
    </message>
    <message>
        <source>Ignore this &amp;kind in this draft</source>
        <translation>Diese &amp;Art in diesem Entwurf ignorieren</translation>
    </message>
    <message>
        <source>What is i&amp;gnored…</source>
        <translation>I&amp;gnorierte Hinweise…</translation>
    </message>
    <message>
        <source>&amp;Review this draft</source>
        <translation>Diesen Entwurf &amp;durchsehen</translation>
    </message>
    <message>
        <source>All findings, the text protected, single keys to walk through it</source>
        <translation>Alle Hinweise, der Text geschützt, einzelne Tasten führen durch den Entwurf</translation>
    </message>
    <message>
        <source>&amp;Protect the text</source>
        <translation>&amp;Text schützen</translation>
    </message>
    <message>
        <source>Leave a &amp;note…</source>
        <translation>Notiz &amp;hinterlassen…</translation>
    </message>
    <message>
        <source>&amp;Ignore with a reason…</source>
        <translation>Mit &amp;Begründung ignorieren…</translation>
    </message>
    <message>
        <source>Ne&amp;xt note</source>
        <translation>&amp;Nächste Notiz</translation>
    </message>
    <message>
        <source>Previo&amp;us note</source>
        <translation>&amp;Vorherige Notiz</translation>
    </message>
    <message>
        <source>Show the n&amp;otes</source>
        <translation>Notizen &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Measure from now on</source>
        <translation>Ab jetzt &amp;messen</translation>
    </message>
    <message>
        <source>Compare figures with those of this moment</source>
        <translation>Die Zahlen mit denen von jetzt vergleichen</translation>
    </message>
    <message>
        <source>Report to &amp;send back…</source>
        <translation>B&amp;ericht zum Zurücksenden…</translation>
    </message>
    <message>
        <source>Sheet of a &amp;folder…</source>
        <translation>Übersicht eines &amp;Ordners…</translation>
    </message>
    <message>
        <source>&amp;Open a persona file…</source>
        <translation>Persona-&amp;Datei öffnen…</translation>
    </message>
    <message>
        <source>&amp;New persona…</source>
        <translation>&amp;Neue Persona…</translation>
    </message>
    <message>
        <source>&amp;Edit as text…</source>
        <translation>Als &amp;Text bearbeiten…</translation>
    </message>
    <message>
        <source>Show her &amp;details</source>
        <translation>&amp;Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>&amp;Read again from disk</source>
        <translation>Datei neu ein&amp;lesen</translation>
    </message>
    <message>
        <source>Show the &amp;folder of your personas</source>
        <translation>&amp;Ordner Ihrer Personas zeigen</translation>
    </message>
    <message>
        <source>What the &amp;marks mean</source>
        <translation>Was die &amp;Markierungen bedeuten</translation>
    </message>
    <message>
        <source>The &amp;persona file</source>
        <translation>Die &amp;Persona-Datei</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Take the &amp;tour</source>
        <translation>&amp;Rundgang machen</translation>
    </message>
    <message>
        <source>Two minutes on a sample draft; yours are not touched</source>
        <translation>Zwei Minuten an einem Beispielentwurf; Ihre bleiben unberührt</translation>
    </message>
    <message>
        <source>Open the &amp;sample draft</source>
        <translation>&amp;Beispielentwurf öffnen</translation>
    </message>
    <message>
        <source>&amp;About Writer Assistant</source>
        <translation>Über &amp;Writer Assistant</translation>
    </message>
    <message>
        <source>The details are in {path}.</source>
        <translation>Die Einzelheiten stehen in {path}.</translation>
    </message>
    <message>
        <source>It could not be written to a file.</source>
        <translation>Es ließ sich nicht in eine Datei schreiben.</translation>
    </message>
    <message>
        <source>something went wrong in the program ({error})</source>
        <translation>Im Programm ist etwas schiefgegangen ({error})</translation>
    </message>
    <message>
        <source>Your text is safe, and kept for recovery.</source>
        <translation>Ihr Text ist sicher und wird zur Wiederherstellung aufbewahrt.</translation>
    </message>
    <message>
        <source>earlier versions cannot be kept ({error})</source>
        <translation>Frühere Versionen lassen sich nicht aufbewahren ({error})</translation>
    </message>
    <message>
        <source>Copy cleaned text</source>
        <translation>Bereinigten Text kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s) marked […] (is|are) still to be filled in.</source>
        <translation>
            <numerusform>%n mit […] markierte Lücke ist noch zu füllen.</numerusform>
            <numerusform>%n mit […] markierte Lücken sind noch zu füllen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>The text as it is copied</source>
        <translation>Der Text, wie er kopiert wird</translation>
    </message>
    <message>
        <source>The text as it is copied, with its formatting</source>
        <translation>Der Text, wie er kopiert wird, mit Formatierung</translation>
    </message>
    <message>
        <source>The draft as it is, invisible characters named</source>
        <translation>Der Entwurf, wie er ist, unsichtbare Zeichen benannt</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translation>&amp;Nachher</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>&amp;Vorher</translation>
    </message>
    <message>
        <source>Copy &amp;for</source>
        <translation>Kopieren &amp;für</translation>
    </message>
    <message>
        <source>Where the text will be pasted</source>
        <translation>Wo der Text eingefügt wird</translation>
    </message>
    <message>
        <source>&amp;Do not show this again</source>
        <translation>Nicht &amp;mehr zeigen</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Es ändert sich nichts</translation>
    </message>
    <message>
        <source>Save the changes in “{name}”?</source>
        <translation>Änderungen in „{name}“ speichern?</translation>
    </message>
    <message>
        <source>What you typed since the last saving is lost otherwise.</source>
        <translation>Sonst geht verloren, was Sie seit dem letzten Speichern geschrieben haben.</translation>
    </message>
    <message>
        <source>“{label}” is closed and kept among your recent drafts.</source>
        <translation>„{label}“ ist geschlossen und bleibt unter Ihren letzten Entwürfen.</translation>
    </message>
    <message>
        <source>Open it a&amp;gain</source>
        <translation>Wieder ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Spelling is switched off; it can be switched on in Preferences.</source>
        <translation>Die Rechtschreibprüfung ist aus; einschalten lässt sie sich in den Einstellungen.</translation>
    </message>
    <message>
        <source>Nothing is misspelt, as far as the dictionary knows.</source>
        <translation>Soweit das Wörterbuch reicht, ist alles richtig geschrieben.</translation>
    </message>
    <message>
        <source>“{name}” here and on disk</source>
        <translation>„{name}“ hier und auf der Platte</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>&amp;Reload from disk</source>
        <translation>Von der Platte &amp;neu laden</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>Me&amp;ine behalten</translation>
    </message>
    <message>
        <source>&amp;Decide later</source>
        <translation>&amp;Später entscheiden</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>How changes are shown</source>
        <translation>Wie Änderungen gezeigt werden</translation>
    </message>
    <message>
        <source>In one column</source>
        <translation>In einer Spalte</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Only what changed</source>
        <translation>Nur &amp;Geändertes</translation>
    </message>
    <message>
        <source>Change before</source>
        <translation>Vorherige Änderung</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) (is|are) not shown.</source>
        <translation>
            <numerusform>%n weitere Zeile wird nicht gezeigt.</numerusform>
            <numerusform>%n weitere Zeilen werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) stayed the same</source>
        <translation>
            <numerusform>%n Zeile blieb gleich</numerusform>
            <numerusform>%n Zeilen blieben gleich</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>{places} changed: {added} came, {removed} went.</source>
        <translation>{places} geändert: {added} dazu, {removed} weg.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Focus {old} → {new}.</source>
        <translation>Fokus {old} → {new}.</translation>
    </message>
    <message>
        <source>There is nothing to copy yet.</source>
        <translation>Es gibt noch nichts zu kopieren.</translation>
    </message>
    <message>
        <source>Copied for {channel}, as {form}</source>
        <translation>Kopiert für {channel}, als {form}</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>mild</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>buzzword</source>
        <translation>Modewort</translation>
    </message>
    <message>
        <source>wordy</source>
        <translation>umständlich</translation>
    </message>
    <message>
        <source>acronym</source>
        <translation>Abkürzung</translation>
    </message>
    <message>
        <source>insider</source>
        <translation>Fachsprache</translation>
    </message>
    <message>
        <source>About us, not the reader</source>
        <translation>Über uns, nicht die Leser</translation>
    </message>
    <message>
        <source>Led by us</source>
        <translation>Beginnt mit uns</translation>
    </message>
    <message>
        <source>Leads with a feature</source>
        <translation>Merkmal voran</translation>
    </message>
    <message>
        <source>Buzzword</source>
        <translation>Modewort</translation>
    </message>
    <message>
        <source>A plain word does</source>
        <translation>Geht auch einfacher</translation>
    </message>
    <message>
        <source>Abbreviation not explained</source>
        <translation>Abkürzung ohne Erklärung</translation>
    </message>
    <message>
        <source>Insiders&apos; word</source>
        <translation>Fachwort</translation>
    </message>
    <message>
        <source>Praise without proof</source>
        <translation>Lob ohne Beleg</translation>
    </message>
    <message>
        <source>Asks without a reason</source>
        <translation>Bitte ohne Grund</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation>Instagram</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Newsletter</translation>
    </message>
    <message>
        <source>Blog</source>
        <translation>Blog</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Any text field</source>
        <translation>Beliebiges Textfeld</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>reiner Text</translation>
    </message>
    <message>
        <source>rich text</source>
        <translation>formatierter Text</translation>
    </message>
    <message>
        <source>Front matter left out</source>
        <translation>Kopfdaten weggelassen</translation>
    </message>
    <message>
        <source>Comments left out</source>
        <translation>Kommentare weggelassen</translation>
    </message>
    <message>
        <source>Editor’s marks left out</source>
        <translation>Korrekturzeichen weggelassen</translation>
    </message>
    <message>
        <source>Invisible characters removed</source>
        <translation>Unsichtbare Zeichen entfernt</translation>
    </message>
    <message>
        <source>Control characters removed</source>
        <translation>Steuerzeichen entfernt</translation>
    </message>
    <message>
        <source>Odd spaces made ordinary</source>
        <translation>Ungewöhnliche Leerzeichen ersetzt</translation>
    </message>
    <message>
        <source>Odd line breaks made ordinary</source>
        <translation>Ungewöhnliche Zeilenumbrüche ersetzt</translation>
    </message>
    <message>
        <source>Odd letters and hyphens made ordinary</source>
        <translation>Ungewöhnliche Buchstaben und Bindestriche ersetzt</translation>
    </message>
    <message>
        <source>Line ends freed of spaces</source>
        <translation>Leerzeichen am Zeilenende entfernt</translation>
    </message>
    <message>
        <source>Gaps of more than two blank lines closed</source>
        <translation>Lücken von mehr als zwei Leerzeilen geschlossen</translation>
    </message>
    <message>
        <source>Headings on lines of their own</source>
        <translation>Überschriften in eigenen Zeilen</translation>
    </message>
    <message>
        <source>Bold and italics taken off</source>
        <translation>Fett und kursiv entfernt</translation>
    </message>
    <message>
        <source>Struck-out words that look like the others now</source>
        <translation>Durchgestrichene Wörter, die jetzt wie die anderen aussehen</translation>
    </message>
    <message>
        <source>Links written out behind their words</source>
        <translation>Links hinter ihren Wörtern ausgeschrieben</translation>
    </message>
    <message>
        <source>Links that lead nowhere from there</source>
        <translation>Links, die von dort nirgendwohin führen</translation>
    </message>
    <message>
        <source>Items led by •</source>
        <translation>Listenpunkte mit •</translation>
    </message>
    <message>
        <source>Quotes put in quotation marks</source>
        <translation>Zitate in Anführungszeichen gesetzt</translation>
    </message>
    <message>
        <source>Tables written as lines</source>
        <translation>Tabellen als Zeilen geschrieben</translation>
    </message>
    <message>
        <source>Pictures replaced by their descriptions</source>
        <translation>Bilder durch ihre Beschreibung ersetzt</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Needs work</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Fokus</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Self-centered</source>
        <translation>Selbstbezug</translation>
    </message>
    <message>
        <source>Feature first</source>
        <translation>Merkmal zuerst</translation>
    </message>
    <message>
        <source>Jargon</source>
        <translation>Jargon</translation>
    </message>
    <message>
        <source>Empty claim</source>
        <translation>Leeres Lob</translation>
    </message>
    <message>
        <source>Bare ask</source>
        <translation>Bloße Bitte</translation>
    </message>
    <message>
        <source>Customer first</source>
        <translation>Kunde zuerst</translation>
    </message>
    <message>
        <source>Customer last</source>
        <translation>Kunde zuletzt</translation>
    </message>
    <message>
        <source>Reading grade</source>
        <translation>Lesestufe</translation>
    </message>
    <message>
        <source>Findings in all</source>
        <translation>Hinweise insgesamt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>My dictionary</source>
        <translation>Mein Wörterbuch</translation>
    </message>
    <message>
        <source>Words that are never marked as misspelt, one a line. A word in small letters is right however it is written; a capital in it has to be there. Names of your persona and of the author are right anyway.</source>
        <translation>Wörter, die nie als falsch geschrieben markiert werden, eines pro Zeile. Ein kleingeschriebenes Wort gilt in jeder Schreibweise; ein Großbuchstabe darin muss stehen. Namen Ihrer Persona und der Schreibenden gelten ohnehin.</translation>
    </message>
    <message>
        <source>Words of my dictionary, one a line</source>
        <translation>Wörter meines Wörterbuchs, eines pro Zeile</translation>
    </message>
    <message>
        <source>Words that you add while writing stand here.</source>
        <translation>Hier stehen Wörter, die Sie beim Schreiben hinzufügen.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Re&amp;load</source>
        <translation>Ne&amp;u laden</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>&amp;Vergleichen…</translation>
    </message>
    <message>
        <source>Save as &amp;UTF-8</source>
        <translation>Als &amp;UTF-8 speichern</translation>
    </message>
    <message>
        <source>&amp;Save mine over it</source>
        <translation>Mit meinem &amp;überschreiben</translation>
    </message>
    <message>
        <source>Make room and see whether the folder may be written.</source>
        <translation>Schaffen Sie Platz und prüfen Sie, ob in den Ordner geschrieben werden darf.</translation>
    </message>
    <message>
        <source>a recovery copy of that name is open</source>
        <translation>Eine Sicherungskopie dieses Namens ist geöffnet</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>what you typed was kept, but cannot be read ({why})</source>
        <translation>Was Sie geschrieben haben, ist aufbewahrt, lässt sich aber nicht lesen ({why})</translation>
    </message>
    <message>
        <source>See whether the file may be read, and start the program again.</source>
        <translation>Prüfen Sie, ob die Datei gelesen werden darf, und starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Rescued draft</source>
        <translation>Geretteter Entwurf</translation>
    </message>
    <message>
        <source>a recovery copy is damaged, and nothing of it can be read</source>
        <translation>Eine Sicherungskopie ist beschädigt, und nichts davon lässt sich lesen</translation>
    </message>
    <message>
        <source>Other drafts are not concerned. The file is kept there.</source>
        <translation>Andere Entwürfe sind nicht betroffen. Die Datei bleibt dort erhalten.</translation>
    </message>
    <message>
        <source>it was pasted as plain text: {what}</source>
        <translation>Als reiner Text eingefügt: {what}</translation>
    </message>
    <message>
        <source>the engine that finds things in your text stopped three times in a minute</source>
        <translation>Die Analyse Ihres Textes ist dreimal in einer Minute abgebrochen</translation>
    </message>
    <message>
        <source>Writing and saving go on as usual. Try again from the menu; if it keeps stopping, undo what you last pasted.</source>
        <translation>Schreiben und Speichern gehen weiter wie gewohnt. Versuchen Sie es noch einmal; bricht sie wieder ab, machen Sie rückgängig, was Sie zuletzt eingefügt haben.</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word-Dokument (*.docx)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Es gibt noch nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Export the draft</source>
        <translation>Entwurf exportieren</translation>
    </message>
    <message>
        <source>“{name}” is open as a draft. Choose another name for the export.</source>
        <translation>„{name}“ ist als Entwurf geöffnet. Wählen Sie für den Export einen anderen Namen.</translation>
    </message>
    <message>
        <source>Exported to “{name}”.</source>
        <translation>Nach „{name}“ exportiert.</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>&amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Drafts (*.md *.markdown *.txt *.docx *.html *.htm);;All files (*)</source>
        <translation>Entwürfe (*.md *.markdown *.txt *.docx *.html *.htm);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Open drafts</source>
        <translation>Entwürfe öffnen</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Entwurf speichern</translation>
    </message>
    <message>
        <source>“{name}” is open as another draft. Close that, or choose another name.</source>
        <translation>„{name}“ ist schon als anderer Entwurf geöffnet. Schließen Sie ihn oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>No draft was closed yet.</source>
        <translation>Es wurde noch kein Entwurf geschlossen.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>Diese &amp;vergessen</translation>
    </message>
    <message>
        <source>That draft is not kept any more.</source>
        <translation>Dieser Entwurf wird nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>Another program changed “{name}”.</source>
        <translation>Ein anderes Programm hat „{name}“ geändert.</translation>
    </message>
    <message>
        <source>You have changes here, too.</source>
        <translation>Auch hier gibt es Änderungen.</translation>
    </message>
    <message>
        <source>Another program changed “{name}” since you opened or saved it. It is not saved: that would undo what was done there.</source>
        <translation>Ein anderes Programm hat „{name}“ geändert, seit Sie die Datei geöffnet oder gespeichert haben. Sie wird nicht gespeichert: Das würde zunichtemachen, was dort geschehen ist.</translation>
    </message>
    <message>
        <source>“{name}” is not there any more. Its text is here; saving brings it back.</source>
        <translation>„{name}“ ist nicht mehr da. Der Text ist hier; Speichern bringt die Datei zurück.</translation>
    </message>
    <message>
        <source>The folder of “{name}” is not there any more. Its text is here, and kept for recovery; save it in another folder, or bring the folder back.</source>
        <translation>Der Ordner von „{name}“ ist nicht mehr da. Der Text ist hier und wird zur Wiederherstellung aufbewahrt; speichern Sie ihn in einem anderen Ordner oder bringen Sie den Ordner zurück.</translation>
    </message>
    <message>
        <source>“{name}” was not saved when the program ended. It is back as you left it.</source>
        <translation>„{name}“ war nicht gespeichert, als das Programm endete. Der Entwurf ist wieder da, wie Sie ihn verlassen haben.</translation>
    </message>
    <message>
        <source>This draft has no file yet; it is back as you left it when the program ended.</source>
        <translation>Dieser Entwurf hat noch keine Datei; er ist wieder da, wie Sie ihn verlassen haben, als das Programm endete.</translation>
    </message>
    <message>
        <source>A recovery copy was damaged. What could be read of it is here; the damaged copy is kept as {path}.</source>
        <translation>Eine Sicherungskopie war beschädigt. Was sich davon lesen ließ, ist hier; die beschädigte Kopie bleibt als {path} erhalten.</translation>
    </message>
    <message>
        <source>{problem} The text is here; leave it open until it is saved.</source>
        <translation>{problem} Der Text ist hier; lassen Sie ihn offen, bis er gespeichert ist.</translation>
    </message>
    <message>
        <source>{problem} The text is safe here and in a recovery copy.</source>
        <translation>{problem} Der Text ist hier und in einer Sicherungskopie sicher.</translation>
    </message>
    <message>
        <source>Drafts are not saved as {suffix}. Save it as .md or .txt, or copy the cleaned text into your word processor.</source>
        <translation>Entwürfe werden nicht als {suffix} gespeichert. Speichern Sie als .md oder .txt oder kopieren Sie den bereinigten Text in Ihre Textverarbeitung.</translation>
    </message>
    <message>
        <source>The draft has characters (such as U+2029) that part paragraphs; they are line breaks here, and will be when you save.</source>
        <translation>Der Entwurf enthält Zeichen (wie U+2029), die Absätze trennen; hier sind sie Zeilenumbrüche und werden es auch beim Speichern.</translation>
    </message>
    <message>
        <source>What you type is not kept for recovery at present ({why}). Save your draft; keeping it is tried again and again.</source>
        <translation>Was Sie schreiben, wird zurzeit nicht zur Wiederherstellung aufbewahrt ({why}). Speichern Sie Ihren Entwurf; es wird immer wieder versucht.</translation>
    </message>
    <message>
        <source>“{name}” is also open in another Writer Assistant that runs here.</source>
        <translation>„{name}“ ist auch in einem anderen Writer Assistant geöffnet, der hier läuft.</translation>
    </message>
    <message>
        <source>“{name}” is also open in Writer Assistant on the computer “{host}”.</source>
        <translation>„{name}“ ist auch im Writer Assistant auf dem Computer „{host}“ geöffnet.</translation>
    </message>
    <message>
        <source>You can write here; if it is saved there meanwhile, you are asked before anything is overwritten.</source>
        <translation>Sie können hier schreiben; wird die Datei dort inzwischen gespeichert, werden Sie gefragt, bevor etwas überschrieben wird.</translation>
    </message>
    <message>
        <source>Find in the draft</source>
        <translation>Im Entwurf suchen</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Match capitals</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Regular expression: \w+ is a word, ^ the start of a line, (…) a group</source>
        <translation>Regulärer Ausdruck: \w+ ist ein Wort, ^ der Zeilenanfang, (…) eine Gruppe</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>Vorherigen Treffer suchen</translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation>Nächsten Treffer suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Rep&amp;lace</source>
        <translation>Erset&amp;zen</translation>
    </message>
    <message>
        <source>Fi&amp;nd</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Replace &amp;by</source>
        <translation>Ersetzen dur&amp;ch</translation>
    </message>
    <message>
        <source>Replace this one and go to the next</source>
        <translation>Diesen Treffer ersetzen und zum nächsten gehen</translation>
    </message>
    <message>
        <source>Replace &amp;all</source>
        <translation>All&amp;e ersetzen</translation>
    </message>
    <message>
        <source>Replace all; one undo takes it back</source>
        <translation>Alle ersetzen; einmal Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>{result}, from the end</source>
        <translation>{result}, vom Ende an</translation>
    </message>
    <message>
        <source>{result}, from the top</source>
        <translation>{result}, von oben</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} gefunden</translation>
    </message>
    <message>
        <source>{current} of {count}</source>
        <comment>the hit that is selected, of all</comment>
        <translation>{current} von {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n ersetzt</numerusform>
            <numerusform>%n ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>Wunsch</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Common ground</source>
        <translation>Gemeinsamkeit</translation>
    </message>
    <message>
        <source>Your sentence, turned round</source>
        <translation>Ihr Satz, umgedreht</translation>
    </message>
    <message>
        <source>Plainer word</source>
        <translation>Einfacheres Wort</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>heard by {by}</source>
        <translation>gehört von {by}</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Einsetzen</translation>
    </message>
    <message>
        <source>You fill in {gap}</source>
        <translation>{gap} füllen Sie selbst</translation>
    </message>
    <message>
        <source>Put it in place ({keys})</source>
        <translation>Einsetzen ({keys})</translation>
    </message>
    <message>
        <source>Put it in place</source>
        <translation>Einsetzen</translation>
    </message>
    <message>
        <source>Use: {text}</source>
        <translation>Einsetzen: {text}</translation>
    </message>
    <message>
        <source>&amp;Ignore</source>
        <translation>&amp;Ignorieren</translation>
    </message>
    <message>
        <source>Ignore this finding</source>
        <translation>Diesen Hinweis ignorieren</translation>
    </message>
    <message>
        <source>&amp;All findings</source>
        <translation>Alle Hi&amp;nweise</translation>
    </message>
    <message>
        <source>Looking for a better sentence…</source>
        <translation>Ein besserer Satz wird gesucht…</translation>
    </message>
    <message>
        <source>Could be</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>What does your reader get from this? Say that instead.</source>
        <translation>Was haben Ihre Leser davon? Sagen Sie das stattdessen.</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two keys</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>The text has changed meanwhile; look again.</source>
        <translation>Der Text hat sich inzwischen geändert; sehen Sie noch einmal hin.</translation>
    </message>
    <message>
        <source>The text is protected.</source>
        <translation>Der Text ist geschützt.</translation>
    </message>
    <message>
        <source>Ignore this one</source>
        <translation>Diesen Hinweis ignorieren</translation>
    </message>
    <message>
        <source>Ignore these words in this draft</source>
        <translation>Diese Wörter in diesem Entwurf ignorieren</translation>
    </message>
    <message>
        <source>Ignore this kind in this draft</source>
        <translation>Diese Art in diesem Entwurf ignorieren</translation>
    </message>
    <message>
        <source>Looking for suggestions …</source>
        <translation>Vorschläge werden gesucht …</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Kein Vorschlag</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Nach Wörtern filtern</translation>
    </message>
    <message>
        <source>Filter the findings by words</source>
        <translation>Hinweise nach Wörtern filtern</translation>
    </message>
    <message>
        <source>Findings in reading order</source>
        <translation>Hinweise in Lesereihenfolge</translation>
    </message>
    <message>
        <source>Click a mark, or press {next_keys}, to see why it is there and what could stand instead.</source>
        <translation>Klicken Sie auf eine Markierung oder drücken Sie {next_keys}: Dann sehen Sie, warum sie da ist und was dort stehen könnte.</translation>
    </message>
    <message>
        <source>No finding has these words.</source>
        <translation>Kein Hinweis enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Write or paste a draft.

What talks about you instead of your reader is marked while you type, and listed here.</source>
        <translation>Schreiben Sie einen Entwurf oder fügen Sie einen ein.

Was von Ihnen statt von Ihren Lesern spricht, wird beim Tippen markiert und hier aufgelistet.</translation>
    </message>
    <message>
        <source>Reading your draft…</source>
        <translation>Ihr Entwurf wird gelesen…</translation>
    </message>
    <message>
        <source>The analysis stopped. Your text is safe.

“Try again” is in the strip below.</source>
        <translation>Die Analyse ist abgebrochen. Ihr Text ist sicher.

„Noch einmal versuchen“ steht unten in der Leiste.</translation>
    </message>
    <message>
        <source>All kinds are switched off. Click one above to see its findings.</source>
        <translation>Alle Arten sind ausgeschaltet. Klicken Sie oben auf eine, um ihre Hinweise zu sehen.</translation>
    </message>
    <message>
        <source>Nothing to mark among the kinds that are switched on.</source>
        <translation>Unter den eingeschalteten Arten gibt es nichts zu markieren.</translation>
    </message>
    <message>
        <source>Nothing to mark. Only its ends do not speak of the reader yet.</source>
        <translation>Nichts zu markieren. Nur Anfang oder Ende sprechen noch nicht vom Leser.</translation>
    </message>
    <message>
        <source>Nothing to mark. This draft looks after its reader.</source>
        <translation>Nichts zu markieren. Dieser Entwurf denkt an seine Leser.</translation>
    </message>
    <message>
        <source>Pick the reader you write for above: then words are judged by that reader’s own, and suggestions come from what customers said.</source>
        <translation>Wählen Sie oben, für wen Sie schreiben: Dann werden Wörter an deren Sprache gemessen, und Vorschläge kommen aus dem, was Kunden gesagt haben.</translation>
    </message>
    <message>
        <source>Needs work: the share of sentences that do not serve the reader, plus the strong findings
a sentence (three mild ones count as a strong one), plus a quarter for each end of the
draft that does not speak of the reader.</source>
        <translation>Zu tun: der Anteil der Sätze, die den Lesern nichts bringen, plus die starken Hinweise
pro Satz (drei schwache zählen wie ein starker), plus je ein Viertel, wenn Anfang oder
Ende des Entwurfs nicht von den Lesern spricht.</translation>
    </message>
    <message>
        <source>Strong findings + mild ones</source>
        <translation>Starke + schwache Hinweise</translation>
    </message>
    <message>
        <source>Drafts in {folder}</source>
        <translation>Entwürfe in {folder}</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Drafts, those first that need work most</source>
        <translation>Entwürfe, die dringendsten zuerst</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message numerus="yes">
        <source>%n checked…</source>
        <translation>
            <numerusform>%n geprüft…</numerusform>
            <numerusform>%n geprüft…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n checked.</source>
        <translation>
            <numerusform>Angehalten. %n geprüft.</numerusform>
            <numerusform>Angehalten. %n geprüft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s), those first that need work most. Enter opens one.</source>
        <translation>
            <numerusform>%n Entwurf. Die Eingabetaste öffnet ihn.</numerusform>
            <numerusform>%n Entwürfe, die dringendsten zuerst. Die Eingabetaste öffnet einen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No draft was found there.</source>
        <translation>Dort wurde kein Entwurf gefunden.</translation>
    </message>
    <message>
        <source>The drafts cannot be checked: the program did not start.</source>
        <translation>Die Entwürfe lassen sich nicht prüfen: Das Programm ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Export the sheet</source>
        <translation>Übersicht exportieren</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Far longer than what fits there; it is counted exactly when it is shorter.</source>
        <translation>Viel länger, als dort passt; genau gezählt wird, wenn er kürzer ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) to go.</source>
        <translation>
            <numerusform>Noch %n Wort.</numerusform>
            <numerusform>Noch %n Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>As long as it should be.</source>
        <translation>So lang, wie er sein soll.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) longer than it should be.</source>
        <translation>
            <numerusform>%n Wort länger, als er sein soll.</numerusform>
            <numerusform>%n Wörter länger, als er sein soll.</numerusform>
        </translation>
    </message>
    <message>
        <source>Goal: {span} words.</source>
        <translation>Ziel: {span} Wörter.</translation>
    </message>
    <message>
        <source>Another goal can be set in Preferences.</source>
        <translation>Ein anderes Ziel lässt sich in den Einstellungen setzen.</translation>
    </message>
    <message>
        <source>Goal {span} words</source>
        <translation>Ziel {span} Wörter</translation>
    </message>
    <message>
        <source>Goal {span}</source>
        <translation>Ziel {span}</translation>
    </message>
    <message>
        <source>of {span}</source>
        <translation>von {span}</translation>
    </message>
    <message>
        <source>{length} of {high} characters, counted as the channel does (most emoji are
two) in the text without marks: {rest} left.</source>
        <translation>{length} von {high} Zeichen, gezählt wie der Kanal es tut (die meisten Emojis sind
zwei), im Text ohne Auszeichnungen: noch {rest}.</translation>
    </message>
    <message>
        <source>{length} of {high} characters, counted as the channel does (most emoji are
two) in the text without marks: {rest} too many.</source>
        <translation>{length} von {high} Zeichen, gezählt wie der Kanal es tut (die meisten Emojis sind
zwei), im Text ohne Auszeichnungen: {rest} zu viel.</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} von {whole}</translation>
    </message>
    <message>
        <source>Post {text}</source>
        <translation>Beitrag {text}</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n Beitrag</numerusform>
            <numerusform>%n Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>{posts} of at most {length}, as X counts: emoji and Chinese letters two, an address 23.
A line of three dashes begins another post.</source>
        <translation>{posts} mit höchstens {length}, wie X zählt: Emojis und chinesische Zeichen zwei, eine Adresse 23.
Eine Zeile mit drei Bindestrichen beginnt einen neuen Beitrag.</translation>
    </message>
    <message>
        <source>Posts: {lengths}</source>
        <translation>Beiträge: {lengths}</translation>
    </message>
    <message>
        <source>{posts}, last {length}</source>
        <translation>{posts}, letzter {length}</translation>
    </message>
    <message>
        <source>The sentence is about you: your history, size or plans. Your reader gets nothing.</source>
        <translation>Der Satz handelt von Ihnen: Ihrer Geschichte, Größe oder Plänen. Ihre Leser haben nichts davon.</translation>
    </message>
    <message>
        <source>It leads with what the thing has or can do, not with what your reader gets from that.</source>
        <translation>Er beginnt mit dem, was die Sache hat oder kann, nicht mit dem, was Ihre Leser davon haben.</translation>
    </message>
    <message>
        <source>A word that this reader would not say: a buzzword, office language, an insider’s term.</source>
        <translation>Ein Wort, das diese Leser nicht sagen würden: ein Modewort, Bürosprache, ein Fachbegriff.</translation>
    </message>
    <message>
        <source>Praise that anyone could write and nobody can check.</source>
        <translation>Lob, das jeder schreiben und niemand nachprüfen kann.</translation>
    </message>
    <message>
        <source>It asks your reader to do something for you and gives no reason to.</source>
        <translation>Er bittet Ihre Leser, etwas für Sie zu tun, und nennt keinen Grund dafür.</translation>
    </message>
    <message>
        <source>People read on for what is in it for them. Each such sentence is a reason to stop.</source>
        <translation>Menschen lesen weiter, wenn für sie etwas drin ist. Jeder solche Satz ist ein Grund aufzuhören.</translation>
    </message>
    <message>
        <source>Readers would have to work out the benefit for themselves, and few do.</source>
        <translation>Den Nutzen müssten sich die Leser selbst ausrechnen, und das tun wenige.</translation>
    </message>
    <message>
        <source>A word that has to be translated stops the eye, or says nothing.</source>
        <translation>Ein Wort, das man übersetzen muss, hält das Auge auf oder sagt nichts.</translation>
    </message>
    <message>
        <source>If everybody is the best, nobody is believed. What can be checked is.</source>
        <translation>Wenn alle die Besten sind, glaubt man keinem. Was sich nachprüfen lässt, schon.</translation>
    </message>
    <message>
        <source>Nobody follows as a favour; say what they get from it.</source>
        <translation>Niemand folgt aus Gefälligkeit; sagen Sie, was man davon hat.</translation>
    </message>
    <message>
        <source>What the marks mean</source>
        <translation>Was die Markierungen bedeuten</translation>
    </message>
    <message>
        <source>Marked: “{sentence}”</source>
        <translation>Markiert: „{sentence}“</translation>
    </message>
    <message>
        <source>Not marked: “{sentence}”</source>
        <translation>Nicht markiert: „{sentence}“</translation>
    </message>
    <message>
        <source>While drafting only clear cases (strong) are marked; review also marks the mild ones. Quotes, code and headings that only name a section are left alone. A mark is advice: ignore it where you know better.</source>
        <translation>Beim Schreiben werden nur eindeutige Fälle (starke) markiert; die Durchsicht markiert auch die schwachen. Zitate, Code und Überschriften, die nur einen Abschnitt benennen, bleiben unberührt. Eine Markierung ist ein Rat: Ignorieren Sie sie, wo Sie es besser wissen.</translation>
    </message>
    <message>
        <source>Focus, below the draft, is the share of sentences that serve the reader. “Customer first” and “Customer last” say whether the first and the last sentence speak of the reader’s world.</source>
        <translation>Der Fokus unter dem Entwurf ist der Anteil der Sätze, die den Lesern etwas bringen. „Kunde zuerst“ und „Kunde zuletzt“ sagen, ob der erste und der letzte Satz von der Welt der Leser sprechen.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Filter by words or keys</source>
        <translation>Nach Wörtern oder Tasten filtern</translation>
    </message>
    <message>
        <source>Filter the shortcuts by words or keys</source>
        <translation>Tastenkürzel nach Wörtern oder Tasten filtern</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>Kein Befehl enthält diese Wörter.</translation>
    </message>
    <message>
        <source>About Writer Assistant</source>
        <translation>Über Writer Assistant</translation>
    </message>
    <message>
        <source>Shows where a draft talks about its author, and offers sentences about the reader instead.</source>
        <translation>Zeigt, wo ein Entwurf von seinem Verfasser spricht, und bietet stattdessen Sätze über die Leser an.</translation>
    </message>
    <message>
        <source>No network.</source>
        <translation>Kein Netz.</translation>
    </message>
    <message>
        <source>Nothing you write leaves this computer: there is no account, no telemetry and no update check.</source>
        <translation>Nichts, was Sie schreiben, verlässt diesen Computer: Es gibt kein Konto, keine Telemetrie und keine Suche nach Updates.</translation>
    </message>
    <message>
        <source>Drafts for recovery and personas:</source>
        <translation>Sicherungskopien und Personas:</translation>
    </message>
    <message>
        <source>Settings:</source>
        <translation>Einstellungen:</translation>
    </message>
    <message>
        <source>MIT licence. Built on Qt (LGPL), PySide6, spaCy and others.</source>
        <translation>MIT-Lizenz. Gebaut mit Qt (LGPL), PySide6, spaCy und anderen.</translation>
    </message>
    <message>
        <source>what is ignored in this draft cannot be read ({strerror})</source>
        <translation>Was in diesem Entwurf ignoriert ist, lässt sich nicht lesen ({strerror})</translation>
    </message>
    <message>
        <source>See whether the file may be read, or remove it.</source>
        <translation>Prüfen Sie, ob die Datei gelesen werden darf, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>what is ignored in this draft cannot be understood ({error})</source>
        <translation>Was in diesem Entwurf ignoriert ist, lässt sich nicht verstehen ({error})</translation>
    </message>
    <message>
        <source>Everything is shown for now. The file is kept, under another name, as soon as something new is ignored.</source>
        <translation>Vorerst wird alles gezeigt. Die Datei bleibt unter anderem Namen erhalten, sobald etwas Neues ignoriert wird.</translation>
    </message>
    <message>
        <source>what you ignore cannot be remembered ({why})</source>
        <translation>Was Sie ignorieren, lässt sich nicht merken ({why})</translation>
    </message>
    <message>
        <source>It is ignored until you close the draft. Make room on the disk, or see whether the folder may be written.</source>
        <translation>Es bleibt ignoriert, bis Sie den Entwurf schließen. Schaffen Sie Platz auf der Platte oder prüfen Sie, ob in den Ordner geschrieben werden darf.</translation>
    </message>
    <message>
        <source>{kind}, here: “{words}”</source>
        <translation>{kind}, hier: „{words}“</translation>
    </message>
    <message>
        <source>{kind}, everywhere: “{words}”</source>
        <translation>{kind}, überall: „{words}“</translation>
    </message>
    <message>
        <source>All of the kind “{kind}”</source>
        <translation>Alle der Art „{kind}“</translation>
    </message>
    <message>
        <source>{what} (since {day})</source>
        <translation>{what} (seit {day})</translation>
    </message>
    <message>
        <source>Ignored in this draft</source>
        <translation>In diesem Entwurf ignoriert</translation>
    </message>
    <message>
        <source>What is ignored in this draft</source>
        <translation>Was in diesem Entwurf ignoriert ist</translation>
    </message>
    <message>
        <source>&amp;Show again</source>
        <translation>Wieder &amp;zeigen</translation>
    </message>
    <message>
        <source>These are not marked any more. Choose what should be marked again.</source>
        <translation>Diese werden nicht mehr markiert. Wählen Sie, was wieder markiert werden soll.</translation>
    </message>
    <message>
        <source>Nothing is ignored in this draft.</source>
        <translation>In diesem Entwurf ist nichts ignoriert.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>{kind}: {state}. Click to hide this kind, in the draft and here; double-click for this kind alone.</source>
        <translation>{kind}: {state}. Klicken verbirgt diese Art, im Entwurf und hier; Doppelklicken zeigt nur diese Art.</translation>
    </message>
    <message>
        <source>{kind}: {state}. Click to show this kind, in the draft and here; double-click for this kind alone.</source>
        <translation>{kind}: {state}. Klicken zeigt diese Art, im Entwurf und hier; Doppelklicken zeigt nur diese Art.</translation>
    </message>
    <message>
        <source>{number}%</source>
        <comment>percentage</comment>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a date, in the letters of QLocale</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>a date, in the letters of QLocale</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>Write or paste a draft …</source>
        <translation>Entwurf schreiben oder einfügen …</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Open a persona</source>
        <translation>Persona öffnen</translation>
    </message>
    <message>
        <source>Personas (*{suffix} *.toml);;All files (*)</source>
        <translation>Personas (*{suffix} *.toml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>{folder} cannot be made: {error}</source>
        <translation>{folder} lässt sich nicht anlegen: {error}</translation>
    </message>
    <message>
        <source>Your personas are in {folder}</source>
        <translation>Ihre Personas liegen in {folder}</translation>
    </message>
    <message>
        <source>Wri&amp;ting for</source>
        <translation>Schreiben fü&amp;r</translation>
    </message>
    <message>
        <source>Persona that the draft is written for</source>
        <translation>Persona, für die der Entwurf geschrieben wird</translation>
    </message>
    <message>
        <source>The one reader whom this draft is for</source>
        <translation>Für wen dieser Entwurf ist</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>Andere Datei öffnen…</translation>
    </message>
    <message>
        <source>Details of the persona</source>
        <translation>Einzelheiten der Persona</translation>
    </message>
    <message>
        <source>Nobody is picked yet.</source>
        <translation>Noch niemand ausgewählt.</translation>
    </message>
    <message>
        <source>A persona holds what your company knows about one kind of customer: problems, wishes, words. Pick a sample above, or open a file of your own.</source>
        <translation>Eine Persona enthält, was Ihr Unternehmen über eine Art von Kunden weiß: Probleme, Wünsche, Wörter. Wählen Sie oben ein Beispiel oder öffnen Sie eine eigene Datei.</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Reads on</source>
        <translation>Liest auf</translation>
    </message>
    <message>
        <source>{grade} or less</source>
        <translation>höchstens {grade}</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation>Wünsche</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Ihre Antworten</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Obstacles</source>
        <translation>Hindernisse</translation>
    </message>
    <message>
        <source>Who else must say yes</source>
        <translation>Wer noch zustimmen muss</translation>
    </message>
    <message>
        <source>cares about {what}</source>
        <translation>achtet auf {what}</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>Interessen</translation>
    </message>
    <message>
        <source>Says:</source>
        <translation>Sagt:</translation>
    </message>
    <message>
        <source>Does not say:</source>
        <translation>Sagt nicht:</translation>
    </message>
    <message>
        <source>Plainer:</source>
        <translation>Einfacher:</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Line {line}: {what}</source>
        <translation>Zeile {line}: {what}</translation>
    </message>
    <message>
        <source>New persona</source>
        <translation>Neue Persona</translation>
    </message>
    <message>
        <source>You are editing a copy; it is saved among your own personas.</source>
        <translation>Sie bearbeiten eine Kopie; sie wird bei Ihren eigenen Personas gespeichert.</translation>
    </message>
    <message>
        <source>Who she is: name, role, where she reads, how hard a text may be.</source>
        <translation>Wer sie ist: Name, Rolle, wo sie liest, wie schwer ein Text sein darf.</translation>
    </message>
    <message>
        <source>Who writes to her: what “we” is called, and your products.</source>
        <translation>Wer ihr schreibt: wie „wir“ heißt, und Ihre Produkte.</translation>
    </message>
    <message>
        <source>Words that she uses (never marked), words of yours that she does not say (always marked), and the plain ones for them.</source>
        <translation>Wörter, die sie benutzt (nie markiert), Wörter von Ihnen, die sie nicht sagt (immer markiert), und die einfachen dafür.</translation>
    </message>
    <message>
        <source>A problem as she would say it, what it costs her, the words it is recognised by, and who heard it from a customer.</source>
        <translation>Ein Problem, wie sie es sagen würde, was es sie kostet, an welchen Wörtern man es erkennt und wer es von Kunden gehört hat.</translation>
    </message>
    <message>
        <source>What she wants instead.</source>
        <translation>Was sie stattdessen will.</translation>
    </message>
    <message>
        <source>The bridge: which of your features meets which problem, what that means to her, and the proof. The best suggestions come from here.</source>
        <translation>Die Brücke: welches Ihrer Merkmale welchem Problem begegnet, was ihr das bringt, und der Beleg. Von hier kommen die besten Vorschläge.</translation>
    </message>
    <message>
        <source>What keeps her from buying or changing.</source>
        <translation>Was sie vom Kaufen oder Wechseln abhält.</translation>
    </message>
    <message>
        <source>Who else must say yes, and what they care about.</source>
        <translation>Wer noch zustimmen muss, und worauf es dabei ankommt.</translation>
    </message>
    <message>
        <source>What she asks before she believes you.</source>
        <translation>Was sie fragt, bevor sie Ihnen glaubt.</translation>
    </message>
    <message>
        <source>What you have in common apart from your product.</source>
        <translation>Was Sie außer Ihrem Produkt gemeinsam haben.</translation>
    </message>
    <message>
        <source>The persona file</source>
        <translation>Die Persona-Datei</translation>
    </message>
    <message>
        <source>A persona is the one reader whom you write for. Her file holds what your company knows of such customers, in words of their own. Suggestions are made from it, and words are judged by it. It is a text file: edit it here (Persona &gt; Edit as text), share it, keep it where your drafts are. Only the name must be there.</source>
        <translation>Eine Persona ist die eine Leserin, für die Sie schreiben. Ihre Datei enthält, was Ihr Unternehmen über solche Kunden weiß, in deren eigenen Worten. Daraus entstehen Vorschläge, und daran werden Wörter gemessen. Es ist eine Textdatei: Bearbeiten Sie sie hier (Persona &gt; Als Text bearbeiten), geben Sie sie weiter, legen Sie sie zu Ihren Entwürfen. Nur der Name muss darin stehen.</translation>
    </message>
    <message>
        <source>Parts of a persona file, with a sample</source>
        <translation>Teile einer Persona-Datei, mit einem Beispiel</translation>
    </message>
    <message>
        <source>A sample</source>
        <translation>Ein Beispiel</translation>
    </message>
    <message>
        <source>&amp;Copy the sample</source>
        <translation>Beispiel &amp;kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>&amp;Dorthin</translation>
    </message>
    <message>
        <source>Save the persona</source>
        <translation>Persona speichern</translation>
    </message>
    <message>
        <source>Personas (*{suffix})</source>
        <translation>Personas (*{suffix})</translation>
    </message>
    <message>
        <source>Leave without saving what you changed?</source>
        <translation>Verlassen, ohne Ihre Änderungen zu speichern?</translation>
    </message>
    <message>
        <source>This file can be read.</source>
        <translation>Diese Datei lässt sich lesen.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {what}.</source>
        <translation>Zeile {line}, Spalte {column}: {what}.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {what}; expected {expected}.</source>
        <translation>Zeile {line}, Spalte {column}: {what}; erwartet: {expected}.</translation>
    </message>
    <message numerus="yes">
        <source>%n more.</source>
        <comment>mistakes</comment>
        <translation>
            <numerusform>%n weiterer.</numerusform>
            <numerusform>%n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>focus {share}</source>
        <translation>Fokus {share}</translation>
    </message>
    <message>
        <source>Recent drafts</source>
        <translation>Letzte Entwürfe</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>Weiter mit</translation>
    </message>
    <message>
        <source>There are none yet. A draft is listed here once you close or save it.</source>
        <translation>Es gibt noch keine. Ein Entwurf erscheint hier, sobald Sie ihn schließen oder speichern.</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Take it from this list; its file stays</source>
        <translation>Aus dieser Liste nehmen; die Datei bleibt</translation>
    </message>
    <message>
        <source>j, Space</source>
        <translation>j, Leertaste</translation>
    </message>
    <message>
        <source>next</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>use</source>
        <translation>einsetzen</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>ignorieren</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>unlock</source>
        <translation>freigeben</translation>
    </message>
    <message>
        <source>Note or reason</source>
        <translation>Notiz oder Begründung</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Enter: done · Shift+Enter: new line · Esc: cancel</source>
        <translation>Eingabe: fertig · Umschalt+Eingabe: neue Zeile · Esc: abbrechen</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Freigeben</translation>
    </message>
    <message>
        <source>End review</source>
        <translation>Durchsicht beenden</translation>
    </message>
    <message>
        <source>Keys: {keys}</source>
        <translation>Tasten: {keys}</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>S&amp;chützen</translation>
    </message>
    <message>
        <source>Drafts of a folder</source>
        <translation>Entwürfe eines Ordners</translation>
    </message>
    <message>
        <source>Report of the review</source>
        <translation>Bericht der Durchsicht</translation>
    </message>
    <message>
        <source>{name} - review</source>
        <translation>{name} - Durchsicht</translation>
    </message>
    <message>
        <source>“{name}” is open as a draft. Choose another name for the report.</source>
        <translation>„{name}“ ist als Entwurf geöffnet. Wählen Sie für den Bericht einen anderen Namen.</translation>
    </message>
    <message>
        <source>The report is in “{name}”.</source>
        <translation>Der Bericht ist in „{name}“.</translation>
    </message>
    <message>
        <source>{text} What is new in this review is kept apart meanwhile.</source>
        <translation>{text} Was an dieser Durchsicht neu ist, wird inzwischen getrennt aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) on this draft.</source>
        <translation>
            <numerusform>%n Notiz zu diesem Entwurf.</numerusform>
            <numerusform>%n Notizen zu diesem Entwurf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) by {names} on this draft.</source>
        <translation>
            <numerusform>%n Notiz von {names} zu diesem Entwurf.</numerusform>
            <numerusform>%n Notizen von {names} zu diesem Entwurf.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Show the notes</source>
        <translation>Notizen &amp;zeigen</translation>
    </message>
    <message>
        <source>Under review, the text is protected.</source>
        <translation>In Durchsicht, der Text ist geschützt.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>finding {number} of {count}</source>
        <translation>Hinweis {number} von {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to a finding first (j).</source>
        <translation>Gehen Sie zuerst zu einem Hinweis (j).</translation>
    </message>
    <message>
        <source>Fill in {gap}: press u to write in the text.</source>
        <translation>Füllen Sie {gap}: Drücken Sie u, um in den Text zu schreiben.</translation>
    </message>
    <message>
        <source>There is no such suggestion.</source>
        <translation>Diesen Vorschlag gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no suggestion here.</source>
        <translation>Hier gibt es keinen Vorschlag.</translation>
    </message>
    <message>
        <source>Why ignore</source>
        <translation>Warum ignorieren</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Note on</source>
        <translation>Notiz zu</translation>
    </message>
    <message>
        <source>Note on the whole draft</source>
        <translation>Notiz zum ganzen Entwurf</translation>
    </message>
    <message>
        <source>Leave note</source>
        <translation>Hinterlassen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Change note</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Answer to</source>
        <translation>Antwort auf</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>There is no note in this draft.</source>
        <translation>In diesem Entwurf gibt es keine Notiz.</translation>
    </message>
    <message>
        <source>Notes and decisions of the review</source>
        <translation>Notizen und Entscheidungen der Durchsicht</translation>
    </message>
    <message>
        <source>No notes yet.

A note is left on selected words, or on the words of a finding. It is kept in a file beside the draft, for the writer to see here.</source>
        <translation>Noch keine Notizen.

Eine Notiz gilt den ausgewählten Wörtern oder denen eines Hinweises. Sie liegt in einer Datei neben dem Entwurf, und wer ihn geschrieben hat, sieht sie hier.</translation>
    </message>
    <message>
        <source>&amp;Answer…</source>
        <translation>&amp;Antworten…</translation>
    </message>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>Ä&amp;ndern…</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Entfe&amp;rnen</translation>
    </message>
    <message>
        <source>On the whole draft</source>
        <translation>Zum ganzen Entwurf</translation>
    </message>
    <message>
        <source>“{words}” (not there any more)</source>
        <translation>„{words}“ (nicht mehr da)</translation>
    </message>
    <message>
        <source>“{words}” (rewritten since)</source>
        <translation>„{words}“ (seither umgeschrieben)</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Ohne Begründung</translation>
    </message>
    <message>
        <source>Ignored: “{words}” ({kind})</source>
        <translation>Ignoriert: „{words}“ ({kind})</translation>
    </message>
    <message>
        <source>Taken out: “{words}”</source>
        <translation>Gestrichen: „{words}“</translation>
    </message>
    <message>
        <source>Changed: “{words}”
{kind}, instead of “{before}”</source>
        <translation>Geändert: „{words}“
{kind}, statt „{before}“</translation>
    </message>
    <message>
        <source>Not a pattern: {error}</source>
        <translation>Kein Suchmuster: {error}</translation>
    </message>
    <message>
        <source>This pattern is too large</source>
        <translation>Dieses Suchmuster ist zu groß</translation>
    </message>
    <message>
        <source>The replacement does not fit: {error}</source>
        <translation>Die Ersetzung passt nicht: {error}</translation>
    </message>
    <message>
        <source>This pattern takes too long on this draft</source>
        <translation>Dieses Suchmuster braucht bei diesem Entwurf zu lange</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a list of {members}</source>
        <translation>eine Liste aus {members}</translation>
    </message>
    <message>
        <source>a whole number from {smallest} to {largest}</source>
        <translation>eine ganze Zahl von {smallest} bis {largest}</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>one of {members}</source>
        <translation>eines von {members}</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is set.</source>
        <translation>Hell, dunkel oder wie im System eingestellt.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Lang&amp;uage of the window</source>
        <translation>&amp;Sprache des Fensters</translation>
    </message>
    <message>
        <source>Taken at the next start. Drafts and what is said of their words stay English.</source>
        <translation>Gilt ab dem nächsten Start. Entwürfe und was über ihre Wörter gesagt wird, bleiben Englisch.</translation>
    </message>
    <message>
        <source>&amp;Font of the draft</source>
        <translation>Schrif&amp;tart des Entwurfs</translation>
    </message>
    <message>
        <source>The letters in which the draft is shown. It is not changed by it.</source>
        <translation>Die Schrift, in der der Entwurf gezeigt wird. Er ändert sich dadurch nicht.</translation>
    </message>
    <message>
        <source>Font &amp;size</source>
        <translation>Schrift&amp;größe</translation>
    </message>
    <message>
        <source>Size of the draft’s letters.</source>
        <translation>Größe der Schrift im Entwurf.</translation>
    </message>
    <message>
        <source>As the system, a little larger</source>
        <translation>Wie das System, etwas größer</translation>
    </message>
    <message>
        <source>&amp;Line width</source>
        <translation>&amp;Zeilenbreite</translation>
    </message>
    <message>
        <source>How many characters a line of the draft holds before it wraps, where there is room.</source>
        <translation>Wie viele Zeichen eine Zeile des Entwurfs fasst, bevor sie umbricht, wo Platz ist.</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source>Show &amp;Markdown as it will look</source>
        <translation>&amp;Markdown zeigen, wie es aussehen wird</translation>
    </message>
    <message>
        <source>Headings, bold, links and code stand out while you type; their marks stay.</source>
        <translation>Überschriften, Fettes, Links und Code heben sich beim Tippen ab; ihre Zeichen bleiben.</translation>
    </message>
    <message>
        <source>&amp;Dim all but</source>
        <translation>A&amp;bblenden außer</translation>
    </message>
    <message>
        <source>What you are not writing at fades.</source>
        <translation>Was Sie gerade nicht schreiben, verblasst.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts abblenden</translation>
    </message>
    <message>
        <source>The current sentence</source>
        <translation>Der aktuelle Satz</translation>
    </message>
    <message>
        <source>The current paragraph</source>
        <translation>Der aktuelle Absatz</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Show &amp;highlights in the draft</source>
        <translation>Mar&amp;kierungen im Entwurf zeigen</translation>
    </message>
    <message>
        <source>Findings stay in the list when they are hidden in the draft.</source>
        <translation>Hinweise bleiben in der Liste, wenn sie im Entwurf verborgen sind.</translation>
    </message>
    <message>
        <source>&amp;Mode</source>
        <translation>M&amp;odus</translation>
    </message>
    <message>
        <source>While drafting only what is clear-cut is marked; review marks everything.</source>
        <translation>Beim Schreiben wird nur Eindeutiges markiert; die Durchsicht markiert alles.</translation>
    </message>
    <message>
        <source>Drafting: strong findings</source>
        <translation>Schreiben: starke Hinweise</translation>
    </message>
    <message>
        <source>Review: all findings</source>
        <translation>Durchsicht: alle Hinweise</translation>
    </message>
    <message>
        <source>&amp;Kinds that are shown</source>
        <translation>Gezeigte &amp;Arten</translation>
    </message>
    <message>
        <source>The kinds of finding that are marked and listed.</source>
        <translation>Die Arten von Hinweisen, die markiert und aufgelistet werden.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>&amp;Names of the author</source>
        <translation>&amp;Namen der Absender</translation>
    </message>
    <message>
        <source>What “we” is called in your drafts: company, team, products. Commas part several.</source>
        <translation>Wie „wir“ in Ihren Entwürfen heißt: Firma, Team, Produkte. Mehrere durch Kommas trennen.</translation>
    </message>
    <message>
        <source>&amp;Channel</source>
        <translation>Kana&amp;l</translation>
    </message>
    <message>
        <source>Where your drafts are published. Suggestions and length are held against it.</source>
        <translation>Wo Ihre Entwürfe erscheinen. Vorschläge und Länge richten sich danach.</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Press release</source>
        <translation>Pressemitteilung</translation>
    </message>
    <message>
        <source>Len&amp;gth</source>
        <translation>&amp;Umfang</translation>
    </message>
    <message>
        <source>How many words a draft should have at most. Posts are held against their channel’s limit.</source>
        <translation>Wie viele Wörter ein Entwurf höchstens haben soll. Für Beiträge gilt die Grenze ihres Kanals.</translation>
    </message>
    <message>
        <source> words</source>
        <translation> Wörter</translation>
    </message>
    <message>
        <source>As usual for the channel</source>
        <translation>Wie im Kanal üblich</translation>
    </message>
    <message>
        <source>S&amp;pelling</source>
        <translation>&amp;Rechtschreibung</translation>
    </message>
    <message>
        <source>Which English is right. Names are left alone; suggestions come when you ask (F7).</source>
        <translation>Welches Englisch gilt. Namen bleiben unberührt; Vorschläge kommen, wenn Sie fragen (F7).</translation>
    </message>
    <message>
        <source>British or American</source>
        <translation>Britisch oder amerikanisch</translation>
    </message>
    <message>
        <source>British</source>
        <translation>Britisch</translation>
    </message>
    <message>
        <source>American</source>
        <translation>Amerikanisch</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Curl &amp;quotation marks while typing</source>
        <translation>Anführungszei&amp;chen beim Tippen runden</translation>
    </message>
    <message>
        <source>Undo, right after, gives the straight one back.</source>
        <translation>Rückgängig, gleich danach, bringt das gerade zurück.</translation>
    </message>
    <message>
        <source>Make dashes &amp;and ellipses while typing</source>
        <translation>Ge&amp;danken- und Auslassungszeichen beim Tippen setzen</translation>
    </message>
    <message>
        <source>-- becomes –, --- becomes —, ... becomes …; undo, right after, gives the keys back.</source>
        <translation>-- wird –, --- wird —, ... wird …; Rückgängig, gleich danach, bringt das Getippte zurück.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>&amp;Open the drafts of last time at start</source>
        <translation>&amp;Entwürfe vom letzten Mal beim Start öffnen</translation>
    </message>
    <message>
        <source>What was not saved comes back in any case.</source>
        <translation>Was nicht gespeichert war, kommt auf jeden Fall zurück.</translation>
    </message>
    <message>
        <source>&amp;Save to the file when typing pauses</source>
        <translation>In Schreib&amp;pausen in die Datei speichern</translation>
    </message>
    <message>
        <source>Otherwise a file changes only when you save. A recovery copy is kept either way.</source>
        <translation>Sonst ändert sich eine Datei nur, wenn Sie speichern. Eine Sicherungskopie gibt es in jedem Fall.</translation>
    </message>
    <message>
        <source>Keep earlier &amp;versions</source>
        <translation>Frühere &amp;Versionen behalten</translation>
    </message>
    <message>
        <source>Each saving and every ten minutes of work, fewer and fewer as they grow old.</source>
        <translation>Bei jedem Speichern und alle zehn Minuten Arbeit; je älter, desto weniger.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>&amp;Room for earlier versions</source>
        <translation>Platz für frühere Vers&amp;ionen</translation>
    </message>
    <message>
        <source>When they take more on the disk, the oldest go.</source>
        <translation>Brauchen sie mehr auf der Platte, gehen die ältesten.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Show what changes &amp;before copying cleaned text</source>
        <translation>Vor dem Kopieren zeigen, &amp;was sich ändert</translation>
    </message>
    <message>
        <source>A preview lists what is left out or made ordinary.</source>
        <translation>Eine Vorschau listet auf, was weggelassen oder ersetzt wird.</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>File of the persona that drafts are written for.</source>
        <translation>Datei der Persona, für die Entwürfe geschrieben werden.</translation>
    </message>
    <message>
        <source>“{name}” must be {expected}; the default is used</source>
        <translation>„{name}“ muss {expected} sein; es gilt die Voreinstellung</translation>
    </message>
    <message>
        <source>Set it in Preferences, or put the file right.</source>
        <translation>Stellen Sie es in den Einstellungen ein oder berichtigen Sie die Datei.</translation>
    </message>
    <message>
        <source>the settings cannot be read ({error}); defaults are used</source>
        <translation>Die Einstellungen lassen sich nicht lesen ({error}); es gelten die Voreinstellungen</translation>
    </message>
    <message>
        <source>Put the file right, or remove it; until then changes are not kept.</source>
        <translation>Berichtigen oder entfernen Sie die Datei; bis dahin werden Änderungen nicht behalten.</translation>
    </message>
    <message>
        <source>the settings cannot be kept ({error})</source>
        <translation>Die Einstellungen lassen sich nicht speichern ({error})</translation>
    </message>
    <message>
        <source>Make the folder writable.</source>
        <translation>Machen Sie den Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Findings, notes and reader</source>
        <translation>Hinweise, Notizen und Leser</translation>
    </message>
    <message>
        <source>Fin&amp;dings</source>
        <translation>Hi&amp;nweise</translation>
    </message>
    <message>
        <source>&amp;Reader</source>
        <translation>&amp;Leser</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>N&amp;otizen</translation>
    </message>
    <message>
        <source>N&amp;otes ({count})</source>
        <translation>N&amp;otizen ({count})</translation>
    </message>
    <message>
        <source>Fin&amp;dings ({count})</source>
        <translation>Hi&amp;nweise ({count})</translation>
    </message>
    <message>
        <source>Looking for words …</source>
        <translation>Wörter werden gesucht …</translation>
    </message>
    <message>
        <source>&amp;Add “{word}” to the dictionary</source>
        <translation>„{word}“ ins &amp;Wörterbuch aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Ignore it in this draft</source>
        <translation>In diesem Entwurf &amp;ignorieren</translation>
    </message>
    <message>
        <source>No word like it is known</source>
        <translation>Kein ähnliches Wort bekannt</translation>
    </message>
    <message>
        <source>Focus is the share of sentences that serve your reader:
sentences that help, inform or give a reason ÷ all sentences.</source>
        <translation>Fokus ist der Anteil der Sätze, die Ihren Lesern etwas bringen:
Sätze, die helfen, informieren oder einen Grund nennen ÷ alle Sätze.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>The analysis is starting. You can type.</source>
        <translation>Die Analyse startet. Sie können schon schreiben.</translation>
    </message>
    <message>
        <source>Loading grammar…</source>
        <translation>Lädt Grammatik…</translation>
    </message>
    <message>
        <source>Words are checked already; grammar follows in a moment.</source>
        <translation>Wörter werden schon geprüft; die Grammatik folgt gleich.</translation>
    </message>
    <message>
        <source>Restarting…</source>
        <translation>Startet neu…</translation>
    </message>
    <message>
        <source>The analysis stopped and starts again. Your text is safe.</source>
        <translation>Die Analyse ist abgebrochen und startet neu. Ihr Text ist sicher.</translation>
    </message>
    <message>
        <source>Analysis stopped</source>
        <translation>Analyse abgebrochen</translation>
    </message>
    <message>
        <source>The analysis stopped three times. Your text is safe.</source>
        <translation>Die Analyse ist dreimal abgebrochen. Ihr Text ist sicher.</translation>
    </message>
    <message>
        <source>What is said of the whole draft</source>
        <translation>Angaben zum ganzen Entwurf</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Grade –</source>
        <translation>Stufe –</translation>
    </message>
    <message>
        <source>Gr. –</source>
        <translation>St. –</translation>
    </message>
    <message>
        <source>Reading grade: not known yet</source>
        <translation>Lesestufe: noch nicht bekannt</translation>
    </message>
    <message>
        <source>Reading grade: the school year that the text needs (Flesch-Kincaid, from the length
of sentences and words).</source>
        <translation>Lesestufe: das Schuljahr, das der Text verlangt (Flesch-Kincaid, aus der Länge
von Sätzen und Wörtern).</translation>
    </message>
    <message>
        <source>Reading grade {value}</source>
        <translation>Lesestufe {value}</translation>
    </message>
    <message>
        <source>Grade {value}</source>
        <translation>Stufe {value}</translation>
    </message>
    <message>
        <source>Gr. {value}</source>
        <translation>St. {value}</translation>
    </message>
    <message>
        <source>the persona</source>
        <translation>die Persona</translation>
    </message>
    <message>
        <source>{who} wants {grade} or less.</source>
        <translation>Für {who} höchstens {grade}.</translation>
    </message>
    <message>
        <source>Reading grade {value} (at most {most})</source>
        <translation>Lesestufe {value} (höchstens {most})</translation>
    </message>
    <message>
        <source>Grade {value} (≤ {most})</source>
        <translation>Stufe {value} (≤ {most})</translation>
    </message>
    <message>
        <source>Gr. {value}/{most}</source>
        <translation>St. {value}/{most}</translation>
    </message>
    <message>
        <source>{part} words</source>
        <translation>{part} Wörtern</translation>
    </message>
    <message numerus="yes">
        <source>Selected: %n word(s)</source>
        <translation>
            <numerusform>Ausgewählt: %n Wort</numerusform>
            <numerusform>Ausgewählt: %n Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>– words</source>
        <translation>– Wörter</translation>
    </message>
    <message>
        <source>Number of words</source>
        <translation>Anzahl der Wörter</translation>
    </message>
    <message>
        <source>Reading time: {time} minutes, at {speed} words a minute</source>
        <translation>Lesezeit: {time} Minuten bei {speed} Wörtern pro Minute</translation>
    </message>
    <message>
        <source>{words} · {minutes} min</source>
        <translation>{words} · {minutes} Min.</translation>
    </message>
    <message>
        <source>{part} characters</source>
        <translation>{part} Zeichen</translation>
    </message>
    <message>
        <source>{part} char.</source>
        <translation>{part} Z.</translation>
    </message>
    <message numerus="yes">
        <source>Selected: %n character(s)</source>
        <translation>
            <numerusform>Ausgewählt: %n Zeichen</numerusform>
            <numerusform>Ausgewählt: %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>– characters</source>
        <translation>– Zeichen</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Number of characters</source>
        <translation>Anzahl der Zeichen</translation>
    </message>
    <message>
        <source>Reading… {share}</source>
        <translation>Liest… {share}</translation>
    </message>
    <message>
        <source>The rest of the draft is still being read; the figures follow.</source>
        <translation>Der Rest des Entwurfs wird noch gelesen; die Zahlen folgen.</translation>
    </message>
    <message>
        <source>Focus –</source>
        <translation>Fokus –</translation>
    </message>
    <message>
        <source>Here: {share}.</source>
        <translation>Hier: {share}.</translation>
    </message>
    <message>
        <source>Focus {share}</source>
        <translation>Fokus {share}</translation>
    </message>
    <message>
        <source>Whether the draft opens in the reader’s world</source>
        <translation>Ob der Entwurf in der Welt der Leser beginnt</translation>
    </message>
    <message>
        <source>Yes: the first sentence speaks of the reader’s world.</source>
        <translation>Ja: Der erste Satz spricht von der Welt der Leser.</translation>
    </message>
    <message>
        <source>Customer not first</source>
        <translation>Kunde nicht zuerst</translation>
    </message>
    <message>
        <source>Not first</source>
        <translation>Nicht zuerst</translation>
    </message>
    <message>
        <source>No: the first sentence does not speak of the reader’s world
(a problem, a need, a question, a gain).</source>
        <translation>Nein: Der erste Satz spricht nicht von der Welt der Leser
(ein Problem, ein Bedürfnis, eine Frage, ein Gewinn).</translation>
    </message>
    <message>
        <source>Whether the draft ends in the reader’s world</source>
        <translation>Ob der Entwurf in der Welt der Leser endet</translation>
    </message>
    <message>
        <source>Yes: the last sentence speaks of the reader’s world.</source>
        <translation>Ja: Der letzte Satz spricht von der Welt der Leser.</translation>
    </message>
    <message>
        <source>Customer not last</source>
        <translation>Kunde nicht zuletzt</translation>
    </message>
    <message>
        <source>Not last</source>
        <translation>Nicht zuletzt</translation>
    </message>
    <message>
        <source>No: the last sentence does not speak of the reader’s world
(a problem, a need, a question, a gain).</source>
        <translation>Nein: Der letzte Satz spricht nicht von der Welt der Leser
(ein Problem, ein Bedürfnis, eine Frage, ein Gewinn).</translation>
    </message>
    <message>
        <source>{label}, unsaved changes</source>
        <translation>{label}, ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Close “{label}”</source>
        <translation>„{label}“ schließen</translation>
    </message>
    <message>
        <source>Not saved as a file yet</source>
        <translation>Noch nicht als Datei gespeichert</translation>
    </message>
    <message>
        <source>your dictionary cannot be read ({error})</source>
        <translation>Ihr Wörterbuch lässt sich nicht lesen ({error})</translation>
    </message>
    <message>
        <source>Put the file right, or remove it; until then words that you add are not kept.</source>
        <translation>Berichtigen oder entfernen Sie die Datei; bis dahin werden neue Wörter nicht behalten.</translation>
    </message>
    <message>
        <source>your dictionary cannot be kept ({error})</source>
        <translation>Ihr Wörterbuch lässt sich nicht speichern ({error})</translation>
    </message>
    <message>
        <source>The version of {when} is back. Undo brings back what was here.</source>
        <translation>Die Version ({when}) ist wieder da. Rückgängig bringt zurück, was hier war.</translation>
    </message>
    <message>
        <source>this version cannot be read any more</source>
        <translation>Diese Version lässt sich nicht mehr lesen</translation>
    </message>
    <message>
        <source>Look at another one.</source>
        <translation>Sehen Sie sich eine andere an.</translation>
    </message>
    <message>
        <source>as opened</source>
        <translation>wie geöffnet</translation>
    </message>
    <message>
        <source>while writing</source>
        <translation>beim Schreiben</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>before it was replaced</source>
        <translation>vor dem Ersetzen</translation>
    </message>
    <message>
        <source>when closed</source>
        <translation>beim Schließen</translation>
    </message>
    <message>
        <source>Earlier versions of “{label}”</source>
        <translation>Frühere Versionen von „{label}“</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>Versionen, neueste zuerst</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>What changed since then</source>
        <translation>Was sich seither geändert hat</translation>
    </message>
    <message>
        <source>What changed in this version</source>
        <translation>Was sich in dieser Version geändert hat</translation>
    </message>
    <message>
        <source>The text as it was</source>
        <translation>Der Text, wie er war</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Versions are taken when you open, save or replace a draft, and every ten minutes of writing. There is none of this draft yet.</source>
        <translation>Versionen entstehen, wenn Sie einen Entwurf öffnen, speichern oder ersetzen, und alle zehn Minuten beim Schreiben. Von diesem Entwurf gibt es noch keine.</translation>
    </message>
    <message>
        <source>&amp;Restore this version</source>
        <translation>Diese Version &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>One undo takes it back</source>
        <translation>Einmal Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>The version before</source>
        <translation>Die Version davor</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Sample draft</source>
        <translation>Beispielentwurf</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Write, and see what is marked</source>
        <translation>Schreiben und sehen, was markiert wird</translation>
    </message>
    <message>
        <source>In the empty line at the top, type: {typed}</source>
        <translation>Tippen Sie in die leere Zeile oben: {typed}</translation>
    </message>
    <message>
        <source>Ask why</source>
        <translation>Nach dem Warum fragen</translation>
    </message>
    <message>
        <source>The wavy line says: this is about you, not about your reader. Each kind has a line of its own. Press {keys}, or click a mark, to read in the panel why it is there.</source>
        <translation>Die Wellenlinie sagt: Hier geht es um Sie, nicht um Ihre Leser. Jede Art hat ihre eigene Linie. Drücken Sie {keys} oder klicken Sie auf eine Markierung, um in der Seitenleiste zu lesen, warum sie da ist.</translation>
    </message>
    <message>
        <source>Say who it is for</source>
        <translation>Sagen, für wen es ist</translation>
    </message>
    <message>
        <source>What to write instead depends on your reader. Pick Olga in the list “Writing for”: the file behind her name holds what customers like her said.</source>
        <translation>Was besser wäre, hängt von Ihren Lesern ab. Wählen Sie Olga in der Liste „Schreiben für“: Die Datei hinter ihrem Namen enthält, was Kunden wie sie gesagt haben.</translation>
    </message>
    <message>
        <source>Use a suggestion</source>
        <translation>Einen Vorschlag einsetzen</translation>
    </message>
    <message>
        <source>The card now offers sentences that start from Olga’s problems. Press “Use”, or {keys}; undo takes it back.</source>
        <translation>Die Karte bietet jetzt Sätze an, die von Olgas Problemen ausgehen. Klicken Sie auf „Einsetzen“ oder drücken Sie {keys}; Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>Press “Copy cleaned text”, or {keys}: the text goes to the clipboard as the channel wants it, without comments and invisible characters.</source>
        <translation>Klicken Sie auf „Bereinigten Text kopieren“ oder drücken Sie {keys}: Der Text kommt in die Zwischenablage, wie der Kanal ihn braucht, ohne Kommentare und unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>That was the tour</source>
        <translation>Das war der Rundgang</translation>
    </message>
    <message>
        <source>Your own drafts are as they were. {keys} tells what every mark means; in the menu Persona you begin the file of a reader of your own.</source>
        <translation>Ihre eigenen Entwürfe sind, wie sie waren. {keys} erklärt, was jede Markierung bedeutet; im Menü Persona beginnen Sie die Datei für Ihre eigenen Leser.</translation>
    </message>
    <message>
        <source>You wrote something of your own here: this draft is kept.</source>
        <translation>Sie haben hier etwas Eigenes geschrieben: Dieser Entwurf bleibt erhalten.</translation>
    </message>
    <message>
        <source>New here? A tour of two minutes shows what the marks mean and what helps.</source>
        <translation>Neu hier? Ein Rundgang von zwei Minuten zeigt, was die Markierungen bedeuten und was hilft.</translation>
    </message>
    <message>
        <source>&amp;Take the tour</source>
        <translation>&amp;Rundgang machen</translation>
    </message>
    <message>
        <source>&amp;Do it for me</source>
        <translation>Für mich &amp;erledigen</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Leave the tour</source>
        <translation>Rundgang &amp;verlassen</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Schritt {number} von {count}</translation>
    </message>
    <message>
        <source>&amp;Close the tour</source>
        <translation>Rundgang s&amp;chließen</translation>
    </message>
    <message>
        <source>Say what it means for the reader</source>
        <translation>Sagen, was es für die Leser bedeutet</translation>
    </message>
    <message>
        <source>you … (do, avoid or feel what?)</source>
        <translation>you … (tun, meiden, fühlen?)</translation>
    </message>
    <message>
        <source>Use and &amp;keep</source>
        <translation>Einsetzen, &amp;merken</translation>
    </message>
    <message>
        <source>Use &amp;once</source>
        <translation>Nur hi&amp;er</translation>
    </message>
    <message>
        <source>Only in this draft; the persona stays as it is</source>
        <translation>Nur in diesem Entwurf; die Persona bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>It is about</source>
        <translation>Es geht um</translation>
    </message>
    <message>
        <source>The reader gets</source>
        <translation>Die Leser haben davon</translation>
    </message>
    <message>
        <source>Thanks to</source>
        <translation>Dank</translation>
    </message>
    <message>
        <source>So what does that mean for {name}?</source>
        <translation>Und was heißt das für {name}?</translation>
    </message>
    <message>
        <source>Put it in place, and offer it for the next drafts too</source>
        <translation>Einsetzen und auch für die nächsten Entwürfe anbieten</translation>
    </message>
    <message>
        <source>Becomes: {text}</source>
        <translation>Wird zu: {text}</translation>
    </message>
    <message>
        <source>Problem: {text}</source>
        <translation>Problem: {text}</translation>
    </message>
    <message>
        <source>Wish: {text}</source>
        <translation>Wunsch: {text}</translation>
    </message>
    <message>
        <source>The answer could not be kept: {reason}</source>
        <translation>Die Antwort ließ sich nicht merken: {reason}</translation>
    </message>
    <message>
        <source>Kept in a copy of {name} of your own.</source>
        <translation>Gemerkt in Ihrer eigenen Kopie von {name}.</translation>
    </message>
    <message>
        <source>Kept in the file of {name}.</source>
        <translation>Gemerkt in der Datei von {name}.</translation>
    </message>
    <message>
        <source>The persona’s file has been changed since; take the answer out by hand.</source>
        <translation>Die Datei der Persona wurde seither geändert; nehmen Sie die Antwort von Hand heraus.</translation>
    </message>
    <message>
        <source>The answer is taken out again.</source>
        <translation>Die Antwort ist wieder herausgenommen.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Close the sentences</source>
        <translation>Sätze schließen</translation>
    </message>
    <message>
        <source>Begin with {name}…</source>
        <translation>Mit {name} anfangen…</translation>
    </message>
    <message>
        <source>End with {name}…</source>
        <translation>Mit {name} schließen…</translation>
    </message>
    <message>
        <source>A last sentence for {name}</source>
        <translation>Ein letzter Satz für {name}</translation>
    </message>
    <message>
        <source>A first sentence for {name}</source>
        <translation>Ein erster Satz für {name}</translation>
    </message>
    <message>
        <source>The persona has nothing for this place yet: give it problems and interests.</source>
        <translation>Die Persona hat für diese Stelle noch nichts: Geben Sie ihr Probleme und Interessen.</translation>
    </message>
    <message>
        <source>Ends with what the reader cares about. Goes behind the last paragraph.</source>
        <translation>Endet mit dem, was den Lesern wichtig ist. Kommt hinter den letzten Absatz.</translation>
    </message>
    <message>
        <source>Begins where the reader is. Goes before the first paragraph.</source>
        <translation>Beginnt, wo die Leser sind. Kommt vor den ersten Absatz.</translation>
    </message>
    <message>
        <source>This draft says that it is for {name}.</source>
        <translation>Dieser Entwurf ist nach eigener Angabe für {name}.</translation>
    </message>
    <message>
        <source>&amp;Write for this reader</source>
        <translation>Für diese &amp;Leser schreiben</translation>
    </message>
    <message>
        <source>“{name}” exists already. Replace it?</source>
        <translation>„{name}“ gibt es schon. Ersetzen?</translation>
    </message>
</context>
</TS>
