<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source>The journal cannot be written, so nothing new is started</source>
            <translation>Jurnal tidak dapat ditulis, jadi tidak ada hal baru yang dimulai</translation>
        </message>
        <message>
            <source>Siaga stopped itself after a fault of its own</source>
            <translation>Siaga menghentikan diri setelah kesalahannya sendiri</translation>
        </message>
        <message>
            <source>Nothing new has come for a while; what stands here may be over</source>
            <translation>Sudah beberapa saat tidak ada kabar baru; yang tampak di sini mungkin sudah berlalu</translation>
        </message>
        <message>
            <source>This is the past: Esc returns to live</source>
            <translation>Ini masa lalu: Esc kembali ke saat ini</translation>
        </message>
        <message>
            <source>%1 is lost to this console: nothing can be asked until it is back</source>
            <translation>%1 terputus dari konsol ini: tidak ada yang dapat diminta sampai tersambung lagi</translation>
        </message>
    </context>
    <context>
        <name>Banners</name>
        <message>
            <source>Automation is stopped by %1 since %2</source>
            <translation>Otomatisasi dihentikan oleh %1 sejak %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>who stopped it, why</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>The changed fleet was not adopted: %1</source>
            <translation>Armada yang diubah tidak diterapkan: %1</translation>
        </message>
        <message>
            <source>The changed fleet was not adopted: %1 (1 more problem)</source>
            <translation>Armada yang diubah tidak diterapkan: %1 (1 masalah lagi)</translation>
        </message>
        <message numerus="yes">
            <source>The changed fleet was not adopted: %1 (%n more problems)</source>
            <translation>
                <numerusform>Armada yang diubah tidak diterapkan: %1 (%n masalah lagi)</numerusform>
            </translation>
        </message>
        <message>
            <source>Siaga stopped itself after a fault of its own; nothing is watched any more: %1</source>
            <translation>Siaga menghentikan diri setelah kesalahannya sendiri; tidak ada lagi yang dipantau: %1</translation>
        </message>
        <message>
            <source>Nothing new has come for %1. What stands here is that old.</source>
            <translation>Tidak ada kabar baru selama %1. Yang tampak di sini sudah setua itu.</translation>
        </message>
        <message>
            <source>The journal cannot be written, so nothing new is started: %1</source>
            <translation>Jurnal tidak dapat ditulis, jadi tidak ada hal baru yang dimulai: %1</translation>
        </message>
        <message>
            <source>Lift the stop…</source>
            <translation>Cabut penghentian…</translation>
        </message>
        <message>
            <source>This console's own network seems broken: regions are unreachable from here, which says nothing about them.</source>
            <translation>Jaringan konsol ini sendiri tampaknya rusak: wilayah tidak terjangkau dari sini, dan itu tidak berarti apa-apa tentang wilayah tersebut.</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Sudah dibaca</translation>
        </message>
        <message>
            <source>The wall clock jumped. Nothing acts without asking until a person has given an order.</source>
            <translation>Jam dinding melompat. Tidak ada yang bertindak tanpa bertanya sampai seseorang memberi perintah.</translation>
        </message>
        <message>
            <source>Spoken to in the clear, as the fleet accepts: %1</source>
            <translation>Dihubungi tanpa enkripsi, sesuai izin armada: %1</translation>
        </message>
        <message>
            <source>%1 is lost since %2, and what stands here is from then.</source>
            <comment>who leads, when</comment>
            <translation>%1 terputus sejak %2, dan yang tampak di sini dari saat itu.</translation>
        </message>
        <message>
            <source>%1 Nobody answers; trying again.</source>
            <translation>%1 Tidak ada yang menjawab; dicoba lagi.</translation>
        </message>
        <message>
            <source>%1 It does not answer any more; trying again.</source>
            <translation>%1 Ia tidak menjawab lagi; dicoba lagi.</translation>
        </message>
        <message>
            <source>%1 What answers now is version %2: start this console again with that version.</source>
            <translation>%1 Yang menjawab sekarang versi %2: jalankan lagi konsol ini dengan versi itu.</translation>
        </message>
        <message>
            <source>%1 What answers now says: %2. Trying again.</source>
            <translation>%1 Yang menjawab sekarang berkata: %2. Dicoba lagi.</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>no open alert is selected</source>
            <translation>tidak ada peringatan terbuka yang dipilih</translation>
        </message>
        <message>
            <source>no plan that waits for it is selected</source>
            <translation>tidak ada rencana yang menunggunya dipilih</translation>
        </message>
        <message>
            <source>no region is selected</source>
            <translation>tidak ada wilayah yang dipilih</translation>
        </message>
        <message>
            <source>no region that is out of traffic is selected</source>
            <translation>tidak ada wilayah di luar lalu lintas yang dipilih</translation>
        </message>
        <message>
            <source>no breaker is selected on page Protect</source>
            <translation>tidak ada pemutus yang dipilih di halaman Lindungi</translation>
        </message>
        <message>
            <source>what is selected has no runbook</source>
            <translation>yang dipilih tidak punya buku panduan</translation>
        </message>
        <message>
            <source>nothing is selected</source>
            <translation>tidak ada yang dipilih</translation>
        </message>
        <message>
            <source>not here</source>
            <translation>tidak di sini</translation>
        </message>
        <message>
            <source>nothing is known yet</source>
            <translation>belum ada yang diketahui</translation>
        </message>
        <message>
            <source>automation is stopped already</source>
            <translation>otomatisasi sudah dihentikan</translation>
        </message>
        <message>
            <source>automation is not stopped</source>
            <translation>otomatisasi tidak dihentikan</translation>
        </message>
        <message>
            <source>this is live already</source>
            <translation>ini sudah saat ini</translation>
        </message>
        <message>
            <source>this lab runs in another process; siaga lab fault reaches it</source>
            <translation>lab ini berjalan di proses lain; siaga lab fault menjangkaunya</translation>
        </message>
        <message>
            <source>no sounds here: the fleet's notify.sound says so</source>
            <translation>tanpa bunyi di sini: begitu kata notify.sound di armada</translation>
        </message>
        <message>
            <source>nothing is broken there</source>
            <translation>tidak ada yang rusak di sana</translation>
        </message>
        <message>
            <source>Find a region, service, alert, plan, breaker, page or command</source>
            <translation>Cari wilayah, layanan, peringatan, rencana, pemutus, halaman, atau perintah</translation>
        </message>
        <message>
            <source>Hold all running plans, from anywhere</source>
            <translation>Tahan semua rencana yang berjalan, dari mana pun</translation>
        </message>
        <message>
            <source>Stop automation…</source>
            <translation>Hentikan otomatisasi…</translation>
        </message>
        <message>
            <source>Lift the stop…</source>
            <translation>Cabut penghentian…</translation>
        </message>
        <message>
            <source>Look back: to the event before</source>
            <translation>Melihat ke belakang: ke peristiwa sebelumnya</translation>
        </message>
        <message>
            <source>In the past: to the next event, and back to live</source>
            <translation>Di masa lalu: ke peristiwa berikutnya, lalu kembali ke saat ini</translation>
        </message>
        <message>
            <source>Go to a time: 02:13, -15min, or record #812</source>
            <translation>Pergi ke suatu waktu: 02:13, -15min, atau catatan #812</translation>
        </message>
        <message>
            <source>Back from the past to live</source>
            <translation>Kembali dari masa lalu ke saat ini</translation>
        </message>
        <message>
            <source>Page Now</source>
            <translation>Halaman Kini</translation>
        </message>
        <message>
            <source>Page Protect</source>
            <translation>Halaman Lindungi</translation>
        </message>
        <message>
            <source>Page Audit</source>
            <translation>Halaman Audit</translation>
        </message>
        <message>
            <source>Acknowledge the selected alert</source>
            <translation>Akui peringatan terpilih</translation>
        </message>
        <message>
            <source>Review and approve the proposed plan…</source>
            <translation>Tinjau dan setujui rencana yang diusulkan…</translation>
        </message>
        <message>
            <source>Take the selected region out of traffic…</source>
            <translation>Keluarkan wilayah terpilih dari lalu lintas…</translation>
        </message>
        <message>
            <source>Restore the selected region…</source>
            <translation>Pulihkan wilayah terpilih…</translation>
        </message>
        <message>
            <source>Hold the selected plan</source>
            <translation>Tahan rencana terpilih</translation>
        </message>
        <message>
            <source>Resume the selected plan</source>
            <translation>Lanjutkan rencana terpilih</translation>
        </message>
        <message>
            <source>Abort the selected plan…</source>
            <translation>Batalkan rencana terpilih…</translation>
        </message>
        <message>
            <source>Force the selected breaker open…</source>
            <translation>Paksa pemutus terpilih terbuka…</translation>
        </message>
        <message>
            <source>Hold the selected breaker closed…</source>
            <translation>Tahan pemutus terpilih tertutup…</translation>
        </message>
        <message>
            <source>Reset the selected breaker…</source>
            <translation>Setel ulang pemutus terpilih…</translation>
        </message>
        <message>
            <source>Open the runbook</source>
            <translation>Buka buku panduan</translation>
        </message>
        <message>
            <source>Copy as a command line</source>
            <translation>Salin sebagai baris perintah</translation>
        </message>
        <message>
            <source>Copy as JSON</source>
            <translation>Salin sebagai JSON</translation>
        </message>
        <message>
            <source>Copy as a link</source>
            <translation>Salin sebagai tautan</translation>
        </message>
        <message>
            <source>Filter the breakers</source>
            <translation>Saring pemutus</translation>
        </message>
        <message>
            <source>Filter the records</source>
            <translation>Saring catatan</translation>
        </message>
        <message>
            <source>Verify the whole journal</source>
            <translation>Verifikasi seluruh jurnal</translation>
        </message>
        <message>
            <source>Export records…</source>
            <translation>Ekspor catatan…</translation>
        </message>
        <message>
            <source>Bring in the alerts that wait, in the list of alerts</source>
            <translation>Masukkan peringatan yang menunggu, dalam daftar peringatan</translation>
        </message>
        <message>
            <source>Close what is open, and nothing happens; select nothing</source>
            <translation>Tutup yang terbuka, tanpa akibat apa pun; tidak memilih apa-apa</translation>
        </message>
        <message>
            <source>Break something in the lab…</source>
            <translation>Rusakkan sesuatu di lab…</translation>
        </message>
        <message>
            <source>Heal everything in the lab</source>
            <translation>Pulihkan semuanya di lab</translation>
        </message>
        <message>
            <source>Guide: break a region and see what happens</source>
            <translation>Panduan: rusakkan sebuah wilayah dan lihat apa yang terjadi</translation>
        </message>
        <message>
            <source>Watch your own servers…</source>
            <translation>Pantau server Anda sendiri…</translation>
        </message>
        <message>
            <source>Credentials: set, test or remove them…</source>
            <translation>Kredensial: setel, uji, atau hapus…</translation>
        </message>
        <message>
            <source>Times in UTC or local</source>
            <translation>Waktu dalam UTC atau setempat</translation>
        </message>
        <message>
            <source>Mute sounds for 15 minutes, or end the mute</source>
            <translation>Bisukan bunyi 15 menit, atau akhiri pembisuan</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Layar penuh</translation>
        </message>
        <message>
            <source>Show the page's charts as tables</source>
            <translation>Tampilkan bagan halaman ini sebagai tabel</translation>
        </message>
        <message>
            <source>Show the keys</source>
            <translation>Tampilkan tombol</translation>
        </message>
        <message>
            <source>Close Siaga</source>
            <translation>Tutup Siaga</translation>
        </message>
        <message>
            <source>Show the history of what is selected</source>
            <translation>Tampilkan riwayat yang dipilih</translation>
        </message>
    </context>
    <context>
        <name>Credentials</name>
        <message>
            <source>Waiting for the keychain…</source>
            <translation>Menunggu ring kunci…</translation>
        </message>
        <message>
            <source>Keychain locked…</source>
            <translation>Ring kunci terkunci…</translation>
        </message>
        <message>
            <source>1 credential missing…</source>
            <translation>1 kredensial belum ada…</translation>
        </message>
        <message numerus="yes">
            <source>%n credentials missing…</source>
            <translation>
                <numerusform>%n kredensial belum ada…</numerusform>
            </translation>
        </message>
        <message>
            <source>Credentials: this run only…</source>
            <translation>Kredensial: hanya kali ini…</translation>
        </message>
    </context>
    <context>
        <name>Faults</name>
        <message>
            <source>A service dies in a region</source>
            <translation>Sebuah layanan mati di satu wilayah</translation>
        </message>
        <message>
            <source>A service becomes slow</source>
            <translation>Sebuah layanan menjadi lambat</translation>
        </message>
        <message>
            <source>A service fails a part of its requests</source>
            <translation>Sebuah layanan gagal pada sebagian permintaannya</translation>
        </message>
        <message>
            <source>A service fails, and its health check denies it</source>
            <translation>Sebuah layanan gagal, dan pemeriksaan kesehatannya menyangkal</translation>
        </message>
        <message>
            <source>A service answers with an error page</source>
            <translation>Sebuah layanan menjawab dengan halaman galat</translation>
        </message>
        <message>
            <source>A service flaps: it dies and comes back</source>
            <translation>Sebuah layanan naik turun: mati lalu hidup lagi</translation>
        </message>
        <message>
            <source>A region goes down</source>
            <translation>Sebuah wilayah mati</translation>
        </message>
        <message>
            <source>An edge dies</source>
            <translation>Sebuah edge mati</translation>
        </message>
        <message>
            <source>An edge restarts and forgets its weights</source>
            <translation>Sebuah edge mulai ulang dan lupa bobotnya</translation>
        </message>
        <message>
            <source>An edge refuses every change</source>
            <translation>Sebuah edge menolak setiap perubahan</translation>
        </message>
        <message>
            <source>Answers of an edge are lost</source>
            <translation>Jawaban sebuah edge hilang</translation>
        </message>
        <message>
            <source>An edge answers late</source>
            <translation>Sebuah edge terlambat menjawab</translation>
        </message>
        <message>
            <source>An edge cannot reach a region</source>
            <translation>Sebuah edge tidak dapat menjangkau satu wilayah</translation>
        </message>
        <message>
            <source>Somebody sets a weight by hand</source>
            <translation>Seseorang menyetel bobot dengan tangan</translation>
        </message>
        <message>
            <source>Siaga cannot reach a region</source>
            <translation>Siaga tidak dapat menjangkau satu wilayah</translation>
        </message>
        <message>
            <source>Siaga cannot reach an edge</source>
            <translation>Siaga tidak dapat menjangkau sebuah edge</translation>
        </message>
        <message>
            <source>Siaga's own network is cut</source>
            <translation>Jaringan Siaga sendiri terputus</translation>
        </message>
        <message>
            <source>Siaga's own network loses messages</source>
            <translation>Jaringan Siaga sendiri kehilangan pesan</translation>
        </message>
        <message>
            <source>Siaga cannot start its checks of a region</source>
            <translation>Siaga tidak dapat memulai pemeriksaannya atas satu wilayah</translation>
        </message>
        <message>
            <source>ten times slower</source>
            <translation>sepuluh kali lebih lambat</translation>
        </message>
        <message>
            <source>every second one, and every second health check</source>
            <translation>satu dari dua, juga satu dari dua pemeriksaan kesehatan</translation>
        </message>
        <message>
            <source>every second request fails</source>
            <translation>satu dari dua permintaan gagal</translation>
        </message>
        <message>
            <source>every second one, after it took effect</source>
            <translation>satu dari dua, setelah berlaku</translation>
        </message>
        <message>
            <source>three seconds late</source>
            <translation>terlambat tiga detik</translation>
        </message>
        <message>
            <source>three of ten, sent and received</source>
            <translation>tiga dari sepuluh, yang dikirim dan diterima</translation>
        </message>
        <message>
            <source>ten seconds each</source>
            <translation>masing-masing sepuluh detik</translation>
        </message>
        <message>
            <source>to 0, once</source>
            <translation>menjadi 0, sekali</translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <comment>service, region</comment>
            <translation>%1 di %2</translation>
        </message>
        <message>
            <source>magnitude %1</source>
            <translation>besaran %1</translation>
        </message>
    </context>
    <context>
        <name>Guide</name>
        <message>
            <source>Break a region, and see what Siaga does</source>
            <translation>Rusakkan sebuah wilayah, dan lihat apa yang dilakukan Siaga</translation>
        </message>
        <message>
            <source>This is a lab: every region in it is simulated. At the moment none is healthy enough to be broken; look at what is open first.</source>
            <translation>Ini lab: setiap wilayah di dalamnya disimulasikan. Saat ini tidak ada yang cukup sehat untuk dirusakkan; lihat dulu apa yang terbuka.</translation>
        </message>
        <message>
            <source>This is a lab: every region in it is simulated, and breaking one harms nobody. %1 will fail as a real region does. You then see how it is noticed, read a plan before it runs, and bring the region back.</source>
            <translation>Ini lab: setiap wilayah di dalamnya disimulasikan, dan merusakkannya tidak merugikan siapa pun. %1 akan gagal seperti wilayah sungguhan. Lalu Anda melihat bagaimana itu diketahui, membaca rencana sebelum dijalankan, dan mengembalikan wilayah itu.</translation>
        </message>
        <message>
            <source>Break %1</source>
            <translation>Rusakkan %1</translation>
        </message>
        <message>
            <source>%1 is out of traffic</source>
            <translation>%1 di luar lalu lintas</translation>
        </message>
        <message>
            <source>People are answered by the other regions; look at the map and at the availability. The region itself is still broken. Mend it now.</source>
            <translation>Pengguna dilayani wilayah lain; lihat peta dan ketersediaannya. Wilayah itu sendiri masih rusak. Perbaiki sekarang.</translation>
        </message>
        <message>
            <source>Heal %1</source>
            <translation>Pulihkan %1</translation>
        </message>
        <message>
            <source>%1 was broken %2 ago</source>
            <comment>region, how long</comment>
            <translation>%1 dirusakkan %2 yang lalu</translation>
        </message>
        <message>
            <source>%1. Siaga has raised no alert for the region yet: one failed check proves nothing, so it looks again, and asks more than one observer.</source>
            <translation>%1. Siaga belum membuka peringatan untuk wilayah itu: satu pemeriksaan gagal tidak membuktikan apa pun, jadi ia melihat lagi, dan bertanya kepada lebih dari satu pengamat.</translation>
        </message>
        <message>
            <source>The map, the line on top and the list of alerts tell the same: %1 is %2. Select it, and the column at the right says why. A acknowledges the alert: the others see that you have it.</source>
            <translation>Peta, baris teratas, dan daftar peringatan mengatakan hal yang sama: %1 %2. Pilihlah, dan kolom kanan mengatakan sebabnya. A mengakui peringatan: yang lain melihat bahwa Anda menanganinya.</translation>
        </message>
        <message>
            <source>Siaga has noticed</source>
            <translation>Siaga sudah mengetahuinya</translation>
        </message>
        <message>
            <source>No plan stands for it yet. E asks for one yourself.</source>
            <translation>Belum ada rencana untuknya. Tekan E untuk memintanya sendiri.</translation>
        </message>
        <message>
            <source>%1 is mended</source>
            <comment>region</comment>
            <translation>%1 sudah diperbaiki</translation>
        </message>
        <message>
            <source>Siaga does not take anybody's word for it: the region is %1 until its checks have passed for a while.</source>
            <translation>Siaga tidak percaya begitu saja: wilayah itu %1 sampai pemeriksaannya lulus beberapa lama.</translation>
        </message>
        <message>
            <source>%1 is healthy again, and still out of traffic</source>
            <translation>%1 sehat lagi, dan masih di luar lalu lintas</translation>
        </message>
        <message>
            <source>Nothing comes back by itself. Restore it: select the region and press T, read the plan, type the region's name, press Enter.</source>
            <translation>Tidak ada yang kembali sendiri. Pulihkan: pilih wilayah itu dan tekan T, baca rencananya, ketik nama wilayah, tekan Enter.</translation>
        </message>
        <message>
            <source>Restore %1…</source>
            <translation>Pulihkan %1…</translation>
        </message>
        <message>
            <source>Plan %1 waits for you</source>
            <translation>Rencana %1 menunggu Anda</translation>
        </message>
        <message>
            <source>Siaga prepared it and asks: nothing moves until somebody has read it. E opens it. Type the region's name and press Enter: exactly what you read is run.</source>
            <translation>Siaga menyiapkannya dan bertanya: tidak ada yang bergerak sampai seseorang membacanya. E membukanya. Ketik nama wilayah dan tekan Enter: persis yang Anda baca itulah yang dijalankan.</translation>
        </message>
        <message>
            <source>It gives the region its traffic back in parts, and looks after each. E opens it; type the region's name and press Enter.</source>
            <translation>Lalu lintas dikembalikan ke wilayah itu bertahap, dan setiap tahap dilihat hasilnya. E membukanya; ketik nama wilayah dan tekan Enter.</translation>
        </message>
        <message>
            <source>Review plan %1…</source>
            <translation>Tinjau rencana %1…</translation>
        </message>
        <message>
            <source>Plan %1 is held</source>
            <comment>number</comment>
            <translation>Rencana %1 ditahan</translation>
        </message>
        <message>
            <source>It stands where it was, and nothing new is commanded. Resume it or abort it: both stand beside the plan.</source>
            <translation>Ia berhenti di tempatnya, dan tidak ada perintah baru. Lanjutkan atau batalkan: keduanya ada di samping rencana.</translation>
        </message>
        <message>
            <source>Plan %1 waits for its turn</source>
            <translation>Rencana %1 menunggu giliran</translation>
        </message>
        <message>
            <source>It was approved, and begins as soon as nothing stands against it.</source>
            <translation>Sudah disetujui, dan mulai begitu tidak ada yang menghalangi.</translation>
        </message>
        <message>
            <source>Traffic moves away</source>
            <translation>Lalu lintas dipindahkan</translation>
        </message>
        <message>
            <source>Traffic comes back</source>
            <translation>Lalu lintas kembali</translation>
        </message>
        <message>
            <source>Plan %1, %2. Each step is verified by looking at the edges, never taken for done. Ctrl+Shift+X would hold it at once.</source>
            <translation>Rencana %1, %2. Setiap langkah dipastikan dengan melihat edge, tidak pernah dianggap selesai begitu saja. Ctrl+Shift+X akan menahannya seketika.</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>Sekali lagi</translation>
        </message>
        <message>
            <source>%1 serves again</source>
            <comment>region</comment>
            <translation>%1 melayani lagi</translation>
        </message>
        <message>
            <source>These are the times as the journal has them. Key B breaks other things; Ctrl+K finds everything; ? shows the keys.</source>
            <translation>Inilah waktunya menurut jurnal. Tombol B merusakkan hal lain; Ctrl+K mencari segalanya; ? menampilkan tombol.</translation>
        </message>
        <message>
            <source>%1 is healthy</source>
            <comment>region</comment>
            <translation>%1 sehat</translation>
        </message>
        <message>
            <source>It was mended before its traffic was moved. What was measured until then stands here.</source>
            <translation>Ia diperbaiki sebelum lalu lintasnya dipindahkan. Yang terukur sampai saat itu ada di sini.</translation>
        </message>
        <message>
            <source>It was mended before Siaga raised an alert for it.</source>
            <translation>Ia diperbaiki sebelum Siaga membuka peringatan untuknya.</translation>
        </message>
        <message>
            <source>broken until the alert</source>
            <translation>rusak sampai peringatan</translation>
        </message>
        <message>
            <source>alert until a plan</source>
            <translation>peringatan sampai rencana</translation>
        </message>
        <message>
            <source>until somebody agreed</source>
            <translation>sampai seseorang setuju</translation>
        </message>
        <message>
            <source>agreed until out of traffic</source>
            <translation>setuju sampai di luar lalu lintas</translation>
        </message>
        <message>
            <source>restore agreed until whole</source>
            <translation>pemulihan disetujui sampai utuh</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>services</source>
            <translation>layanan</translation>
        </message>
        <message>
            <source>traffic</source>
            <translation>lalu lintas</translation>
        </message>
        <message>
            <source>edges</source>
            <translation>edge</translation>
        </message>
        <message>
            <source>%1 to %2 of its usual share</source>
            <translation>%1 sampai %2 dari porsi biasanya</translation>
        </message>
        <message>
            <source>headroom</source>
            <translation>sisa kapasitas</translation>
        </message>
        <message>
            <source>since %1 · %2</source>
            <translation>sejak %1 · %2</translation>
        </message>
        <message>
            <source>not seen yet</source>
            <translation>belum terlihat</translation>
        </message>
        <message>
            <source>%1, not seen for %2</source>
            <translation>%1, tidak terlihat selama %2</translation>
        </message>
        <message>
            <source>%1 for %2</source>
            <comment>state, lasted</comment>
            <translation>%1 selama %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>state, since when</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Plan %1 is already doing that</source>
            <translation>Rencana %1 sedang melakukannya</translation>
        </message>
        <message>
            <source>It is out of traffic</source>
            <translation>Sudah di luar lalu lintas</translation>
        </message>
        <message>
            <source>Acknowledged by %1</source>
            <translation>Diakui oleh %1</translation>
        </message>
        <message>
            <source>every region is healthy</source>
            <translation>semua wilayah sehat</translation>
        </message>
        <message>
            <source>Regions</source>
            <translation>Wilayah</translation>
        </message>
        <message>
            <source>What is shown here</source>
            <translation>Yang tampil di sini</translation>
        </message>
        <message>
            <source>Select a region, an alert or a plan: why it is as it is, what it affects and what can be done stand here.</source>
            <translation>Pilih wilayah, peringatan, atau rencana: di sini tampil sebabnya, yang terdampak, dan yang dapat dilakukan.</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Mengapa</translation>
        </message>
        <message>
            <source>Why nothing is proposed</source>
            <translation>Mengapa tidak ada usulan</translation>
        </message>
        <message>
            <source>It affects</source>
            <translation>Yang terdampak</translation>
        </message>
        <message>
            <source>Ready to take over</source>
            <translation>Siap mengambil alih</translation>
        </message>
        <message>
            <source>alert %1</source>
            <translation>peringatan %1</translation>
        </message>
        <message>
            <source>over after %1</source>
            <translation>selesai setelah %1</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>severity, since when</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>pemegang</translation>
        </message>
        <message>
            <source>nobody yet</source>
            <translation>belum ada</translation>
        </message>
        <message>
            <source>explains</source>
            <translation>menjelaskan</translation>
        </message>
        <message>
            <source>About it</source>
            <translation>Tentangnya</translation>
        </message>
        <message>
            <source>step %1: %2</source>
            <translation>langkah %1: %2</translation>
        </message>
        <message>
            <source>class</source>
            <translation>kelas</translation>
        </message>
        <message>
            <source>bounds</source>
            <translation>batas</translation>
        </message>
        <message>
            <source>hash</source>
            <translation>hash</translation>
        </message>
        <message>
            <source>asked by</source>
            <translation>diminta oleh</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>disetujui</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>tidak terjangkau</translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>langkah %1</translation>
        </message>
        <message>
            <source>plan %1</source>
            <translation>rencana %1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>standing, progress</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Why it asks</source>
            <translation>Mengapa bertanya</translation>
        </message>
        <message>
            <source>The plan</source>
            <translation>Rencananya</translation>
        </message>
        <message>
            <source>If it is aborted now</source>
            <translation>Jika dibatalkan sekarang</translation>
        </message>
        <message>
            <source>closed, but not known to be well</source>
            <translation>tertutup, tetapi belum diketahui baik</translation>
        </message>
        <message>
            <source>%1 since %2 · %3</source>
            <comment>state, time, lasted</comment>
            <translation>%1 sejak %2 · %3</translation>
        </message>
        <message>
            <source>service</source>
            <translation>layanan</translation>
        </message>
        <message>
            <source>region</source>
            <translation>wilayah</translation>
        </message>
        <message>
            <source>effect</source>
            <translation>akibat</translation>
        </message>
        <message>
            <source>seen by</source>
            <translation>dilihat oleh</translation>
        </message>
        <message>
            <source>signal</source>
            <translation>sinyal</translation>
        </message>
        <message>
            <source>rule</source>
            <translation>aturan</translation>
        </message>
        <message>
            <source>then</source>
            <translation>lalu</translation>
        </message>
        <message>
            <source>too slow</source>
            <translation>terlalu lambat</translation>
        </message>
        <message>
            <source>from %1 on</source>
            <translation>mulai %1</translation>
        </message>
        <message>
            <source>%1 · %2 ago</source>
            <comment>time, how long</comment>
            <translation>%1 · %2 yang lalu</translation>
        </message>
        <message>
            <source>It is forced open; reset it to end that</source>
            <translation>Dipaksa terbuka; setel ulang untuk mengakhirinya</translation>
        </message>
        <message>
            <source>It is held closed; reset it to end that</source>
            <translation>Ditahan tertutup; setel ulang untuk mengakhirinya</translation>
        </message>
        <message>
            <source>registered breaker</source>
            <translation>pemutus terdaftar</translation>
        </message>
        <message>
            <source>breaker of Siaga's own calls</source>
            <translation>pemutus panggilan Siaga sendiri</translation>
        </message>
        <message>
            <source>breaker of %1</source>
            <translation>pemutus milik %1</translation>
        </message>
        <message>
            <source>What comes next</source>
            <translation>Apa selanjutnya</translation>
        </message>
        <message>
            <source>What guards it</source>
            <translation>Yang menjaganya</translation>
        </message>
        <message>
            <source>Its rules</source>
            <translation>Aturannya</translation>
        </message>
        <message>
            <source>How it turned</source>
            <translation>Riwayat peralihannya</translation>
        </message>
        <message>
            <source>Breakers</source>
            <translation>Pemutus</translation>
        </message>
        <message>
            <source>none is known yet</source>
            <translation>belum ada yang diketahui</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Kelompok</translation>
        </message>
        <message>
            <source>Select a breaker: what it counted, when it opens, who holds it and what it affects stand here.</source>
            <translation>Pilih pemutus: yang dihitungnya, kapan ia terbuka, siapa yang menahannya, dan yang terdampak tampil di sini.</translation>
        </message>
        <message>
            <source>attempt %1</source>
            <translation>percobaan %1</translation>
        </message>
        <message>
            <source>next</source>
            <translation>berikutnya</translation>
        </message>
        <message>
            <source>Who was told</source>
            <translation>Siapa yang diberi tahu</translation>
        </message>
    </context>
    <context>
        <name>LaneChart</name>
        <message>
            <source>+%1 s</source>
            <translation>+%1 dtk</translation>
        </message>
        <message>
            <source>+%1 min %2 s</source>
            <translation>+%1 mnt %2 dtk</translation>
        </message>
        <message>
            <source>+%1 min</source>
            <translation>+%1 mnt</translation>
        </message>
        <message>
            <source>done</source>
            <translation>selesai</translation>
        </message>
        <message>
            <source>running</source>
            <translation>berjalan</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>direncanakan</translation>
        </message>
        <message>
            <source>held</source>
            <translation>ditahan</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>gagal</translation>
        </message>
        <message>
            <source>in doubt</source>
            <translation>diragukan</translation>
        </message>
        <message>
            <source>not reached</source>
            <translation>tidak terjangkau</translation>
        </message>
    </context>
    <context>
        <name>NowPage</name>
        <message>
            <source>your approval</source>
            <translation>persetujuan Anda</translation>
        </message>
        <message>
            <source>1 more region</source>
            <translation>1 wilayah lagi</translation>
        </message>
        <message numerus="yes">
            <source>%n more regions</source>
            <translation>
                <numerusform>%n wilayah lagi</numerusform>
            </translation>
        </message>
        <message>
            <source>not seen yet</source>
            <translation>belum terlihat</translation>
        </message>
        <message>
            <source>not seen for %1</source>
            <translation>tidak terlihat selama %1</translation>
        </message>
        <message>
            <source>healthy, out of traffic</source>
            <translation>sehat, di luar lalu lintas</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>state, lasted</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>traffic not known</source>
            <translation>lalu lintas tidak diketahui</translation>
        </message>
        <message>
            <source>no traffic</source>
            <translation>tanpa lalu lintas</translation>
        </message>
        <message>
            <source>%1 of traffic</source>
            <translation>%1 lalu lintas</translation>
        </message>
        <message>
            <source>Over: %1</source>
            <translation>Selesai: %1</translation>
        </message>
        <message>
            <source>since %1 · %2</source>
            <translation>sejak %1 · %2</translation>
        </message>
        <message>
            <source>Availability</source>
            <translation>Ketersediaan</translation>
        </message>
        <message>
            <source>no requests counted yet</source>
            <translation>belum ada permintaan terhitung</translation>
        </message>
        <message>
            <source>%1 failed in %2</source>
            <translation>%1 gagal dalam %2</translation>
        </message>
        <message>
            <source>Headroom</source>
            <translation>Sisa kapasitas</translation>
        </message>
        <message>
            <source>demand not known yet</source>
            <translation>beban belum diketahui</translation>
        </message>
        <message>
            <source>no region could take over</source>
            <translation>tak ada wilayah pengganti</translation>
        </message>
        <message>
            <source>%1 without %2</source>
            <translation>%1 tanpa %2</translation>
        </message>
        <message>
            <source>no region left in traffic</source>
            <translation>tak ada wilayah dalam lalu lintas</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Peringatan</translation>
        </message>
        <message>
            <source>open</source>
            <comment>alerts</comment>
            <translation>terbuka</translation>
        </message>
        <message>
            <source>no check has answered yet</source>
            <translation>belum ada hasil pemeriksaan</translation>
        </message>
        <message>
            <source>nothing is wrong</source>
            <translation>tidak ada masalah</translation>
        </message>
        <message>
            <source>all acknowledged</source>
            <translation>semua diakui</translation>
        </message>
        <message>
            <source>%1 not acknowledged</source>
            <translation>%1 belum diakui</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>Rencana</translation>
        </message>
        <message>
            <source>running</source>
            <comment>plans</comment>
            <translation>berjalan</translation>
        </message>
        <message>
            <source>1 waits for approval</source>
            <translation>1 menunggu persetujuan</translation>
        </message>
        <message numerus="yes">
            <source>%n wait for approval</source>
            <translation>
                <numerusform>%n menunggu persetujuan</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 held</source>
            <translation>%1 ditahan</translation>
        </message>
        <message>
            <source>none ended in 24 h</source>
            <translation>tak ada yang selesai dalam 24 jam</translation>
        </message>
        <message>
            <source>%1 ended in 24 h</source>
            <translation>%1 selesai dalam 24 jam</translation>
        </message>
        <message>
            <source>Breakers</source>
            <translation>Pemutus</translation>
        </message>
        <message>
            <source>open</source>
            <comment>breakers</comment>
            <translation>terbuka</translation>
        </message>
        <message>
            <source>none is known yet</source>
            <translation>belum ada yang diketahui</translation>
        </message>
        <message>
            <source>no call has ended yet</source>
            <translation>belum ada panggilan yang selesai</translation>
        </message>
        <message>
            <source>of %1</source>
            <comment>breakers</comment>
            <translation>dari %1</translation>
        </message>
        <message>
            <source>%1 degraded</source>
            <comment>breakers</comment>
            <translation>%1 menurun</translation>
        </message>
        <message>
            <source>%1 recovering</source>
            <comment>breakers</comment>
            <translation>%1 memulih</translation>
        </message>
        <message>
            <source>%1 held</source>
            <comment>breakers</comment>
            <translation>%1 ditahan</translation>
        </message>
        <message>
            <source>%1 unknown</source>
            <comment>breakers</comment>
            <translation>%1 tidak diketahui</translation>
        </message>
        <message>
            <source>not kept</source>
            <translation>tidak disimpan</translation>
        </message>
        <message>
            <source>traffic not kept</source>
            <translation>lalu lintas tidak disimpan</translation>
        </message>
        <message>
            <source>of how many is not kept</source>
            <comment>breakers</comment>
            <translation>dari berapa tidak disimpan</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>alert %1</source>
            <translation>peringatan %1</translation>
        </message>
        <message>
            <source>over</source>
            <translation>selesai</translation>
        </message>
        <message>
            <source>plan %1</source>
            <translation>rencana %1</translation>
        </message>
        <message>
            <source>in 1 region</source>
            <translation>di 1 wilayah</translation>
        </message>
        <message numerus="yes">
            <source>in %n regions</source>
            <translation>
                <numerusform>di %n wilayah</numerusform>
            </translation>
        </message>
        <message>
            <source>alert</source>
            <translation>peringatan</translation>
        </message>
        <message>
            <source>region</source>
            <translation>wilayah</translation>
        </message>
        <message>
            <source>plan</source>
            <translation>rencana</translation>
        </message>
        <message>
            <source>service</source>
            <translation>layanan</translation>
        </message>
        <message>
            <source>breaker</source>
            <translation>pemutus</translation>
        </message>
        <message>
            <source>page</source>
            <translation>halaman</translation>
        </message>
        <message>
            <source>command</source>
            <translation>perintah</translation>
        </message>
    </context>
    <context>
        <name>Plan</name>
        <message>
            <source>%1 at %2: %3 → %4</source>
            <translation>%1 di %2: %3 → %4</translation>
        </message>
        <message>
            <source>attempt %1</source>
            <translation>percobaan %1</translation>
        </message>
        <message>
            <source>now · RTO %1 left</source>
            <translation>sekarang · sisa RTO %1</translation>
        </message>
        <message>
            <source>now</source>
            <translation>sekarang</translation>
        </message>
        <message>
            <source>The plan is %1</source>
            <translation>Rencana ini %1</translation>
        </message>
        <message>
            <source>Share of %1 at %2</source>
            <translation>Porsi %1 di %2</translation>
        </message>
        <message>
            <source>not seen</source>
            <translation>tidak terlihat</translation>
        </message>
        <message>
            <source>%1 (%2 ago)</source>
            <translation>%1 (%2 lalu)</translation>
        </message>
        <message>
            <source>%1 stays free</source>
            <translation>%1 tetap bebas</translation>
        </message>
        <message>
            <source>Look at the targets again</source>
            <translation>Lihat lagi wilayah tujuan</translation>
        </message>
        <message>
            <source>all healthy</source>
            <translation>semua sehat</translation>
        </message>
        <message>
            <source>New requests of %1</source>
            <translation>Permintaan baru %1</translation>
        </message>
        <message>
            <source>none seen</source>
            <translation>tidak terlihat</translation>
        </message>
        <message>
            <source>if reachable</source>
            <translation>jika terjangkau</translation>
        </message>
        <message>
            <source>%1; if reachable</source>
            <translation>%1; jika terjangkau</translation>
        </message>
        <message>
            <source>plan %1</source>
            <translation>rencana %1</translation>
        </message>
        <message>
            <source>expires in %1</source>
            <translation>kedaluwarsa dalam %1</translation>
        </message>
        <message>
            <source>approved by %1</source>
            <translation>disetujui oleh %1</translation>
        </message>
        <message>
            <source>approved by policy</source>
            <translation>disetujui oleh kebijakan</translation>
        </message>
        <message>
            <source>asked for by %1</source>
            <translation>diminta oleh %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>ProtectPage</name>
        <message>
            <source>places</source>
            <translation>tempat</translation>
        </message>
        <message>
            <source>queue</source>
            <translation>antrean</translation>
        </message>
        <message>
            <source>retries</source>
            <translation>ulang</translation>
        </message>
        <message>
            <source>%1 of %2 failed</source>
            <comment>calls</comment>
            <translation>%1 dari %2 gagal</translation>
        </message>
        <message>
            <source>failed</source>
            <comment>calls</comment>
            <translation>gagal</translation>
        </message>
        <message>
            <source>%1 slow</source>
            <comment>calls</comment>
            <translation>%1 lambat</translation>
        </message>
        <message>
            <source>time-out %1</source>
            <translation>batas waktu %1</translation>
        </message>
        <message>
            <source>%1 not made</source>
            <comment>calls</comment>
            <translation>%1 tidak dilakukan</translation>
        </message>
        <message>
            <source>seen %1 ago</source>
            <translation>terlihat %1 lalu</translation>
        </message>
        <message>
            <source>%1 more are not listed</source>
            <translation>%1 lagi tidak ditampilkan</translation>
        </message>
        <message>
            <source>%1 calm</source>
            <comment>breakers</comment>
            <translation>%1 tenang</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>figure, unit</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>gauge, value</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>breaker</source>
            <translation>pemutus</translation>
        </message>
        <message>
            <source>where</source>
            <translation>di mana</translation>
        </message>
        <message>
            <source>state</source>
            <translation>keadaan</translation>
        </message>
        <message>
            <source>measured</source>
            <translation>terukur</translation>
        </message>
        <message>
            <source>next</source>
            <translation>berikutnya</translation>
        </message>
        <message>
            <source>age</source>
            <translation>umur</translation>
        </message>
        <message>
            <source>failed, oldest first: %1 %</source>
            <comment>shares of calls</comment>
            <translation>gagal, terlama dahulu: %1 %</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>healthy</source>
            <translation>sehat</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>tidak diketahui</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>waspada</translation>
        </message>
        <message>
            <source>critical</source>
            <translation>kritis</translation>
        </message>
        <message>
            <source>emergency</source>
            <translation>darurat</translation>
        </message>
    </context>
    <context>
        <name>TimeBar</name>
        <message>
            <source>asked to take a region out of traffic</source>
            <translation>meminta sebuah wilayah dikeluarkan dari lalu lintas</translation>
        </message>
        <message>
            <source>asked to restore a region</source>
            <translation>meminta sebuah wilayah dipulihkan</translation>
        </message>
        <message>
            <source>approved a plan</source>
            <translation>menyetujui sebuah rencana</translation>
        </message>
        <message>
            <source>asked to hold</source>
            <translation>meminta penahanan</translation>
        </message>
        <message>
            <source>asked to resume a plan</source>
            <translation>meminta sebuah rencana dilanjutkan</translation>
        </message>
        <message>
            <source>asked to abort a plan</source>
            <translation>meminta sebuah rencana dibatalkan</translation>
        </message>
        <message>
            <source>stopped automation</source>
            <translation>menghentikan otomatisasi</translation>
        </message>
        <message>
            <source>lifted the stop</source>
            <translation>mencabut penghentian</translation>
        </message>
        <message>
            <source>took an alert</source>
            <translation>mengambil sebuah peringatan</translation>
        </message>
        <message>
            <source>asked to hold a breaker</source>
            <translation>meminta sebuah pemutus ditahan</translation>
        </message>
        <message>
            <source>asked to reset a breaker</source>
            <translation>meminta sebuah pemutus disetel ulang</translation>
        </message>
        <message>
            <source>asked for something</source>
            <translation>meminta sesuatu</translation>
        </message>
        <message>
            <source>Alert %1 opened, %2</source>
            <comment>number, severity</comment>
            <translation>Peringatan %1 terbuka, %2</translation>
        </message>
        <message>
            <source>Alert %1 rose to %2</source>
            <comment>number, severity</comment>
            <translation>Peringatan %1 naik menjadi %2</translation>
        </message>
        <message>
            <source>Plan %1 began to run</source>
            <translation>Rencana %1 mulai berjalan</translation>
        </message>
        <message>
            <source>Plan %1 held</source>
            <translation>Rencana %1 ditahan</translation>
        </message>
        <message>
            <source>Plan %1 aborted</source>
            <translation>Rencana %1 dibatalkan</translation>
        </message>
        <message>
            <source>Plan %1 ended: %2</source>
            <comment>number, how</comment>
            <translation>Rencana %1 berakhir: %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>a person, what they asked for</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>A fleet was adopted</source>
            <translation>Sebuah armada diterapkan</translation>
        </message>
        <message>
            <source>Siaga opened the journal</source>
            <translation>Siaga membuka jurnal</translation>
        </message>
        <message>
            <source>This record is damaged</source>
            <translation>Catatan ini rusak</translation>
        </message>
        <message>
            <source>Nothing is recorded from %1 until Siaga was started at %2</source>
            <translation>Tidak ada catatan dari %1 sampai Siaga dijalankan pada %2</translation>
        </message>
        <message>
            <source>yesterday</source>
            <comment>typed before a time</comment>
            <translation>kemarin</translation>
        </message>
    </context>
    <context>
        <name>approach</name>
        <message>
            <source>no Siaga answers at %1</source>
            <translation>tidak ada Siaga yang menjawab di %1</translation>
        </message>
        <message>
            <source>Start “siaga serve” there or, for another host, its forwarded socket: ssh -L.</source>
            <translation>Jalankan “siaga serve” di sana atau, untuk mesin lain, soketnya yang diteruskan: ssh -L.</translation>
        </message>
    </context>
    <context>
        <name>arguments</name>
        <message>
            <source>which of the fleet's environments</source>
            <translation>lingkungan armada yang mana</translation>
        </message>
        <message>
            <source>where the journal is kept</source>
            <translation>tempat jurnal disimpan</translation>
        </message>
        <message>
            <source>print JSON</source>
            <translation>cetak JSON</translation>
        </message>
        <message>
            <source>say what a command does</source>
            <translation>jelaskan guna sebuah perintah</translation>
        </message>
        <message>
            <source>print the version</source>
            <translation>cetak versi</translation>
        </message>
        <message>
            <source>dark or light, instead of following the desktop</source>
            <translation>dark atau light, alih-alih mengikuti desktop</translation>
        </message>
        <message>
            <source>read a fleet file; show every mistake, or each value in force and where it comes from</source>
            <translation>baca berkas armada; tampilkan semua kesalahan, atau setiap nilai yang berlaku dan asalnya</translation>
        </message>
        <message>
            <source>what is bad, where, since when, and what is being done</source>
            <translation>apa yang buruk, di mana, sejak kapan, dan apa yang sedang dilakukan</translation>
        </message>
        <message>
            <source>each region and each check</source>
            <translation>setiap wilayah dan setiap pemeriksaan</translation>
        </message>
        <message>
            <source>print the plan that takes a region out of traffic; run it once confirmed</source>
            <translation>cetak rencana yang mengeluarkan wilayah dari lalu lintas; jalankan setelah dikonfirmasi</translation>
        </message>
        <message>
            <source>only this service</source>
            <translation>hanya layanan ini</translation>
        </message>
        <message>
            <source>leave this much of the region's usual traffic</source>
            <translation>sisakan sebanyak ini dari lalu lintas biasa wilayah itu</translation>
        </message>
        <message>
            <source>the region once more, to run the plan</source>
            <translation>nama wilayah sekali lagi, untuk menjalankan rencana</translation>
        </message>
        <message>
            <source>the hash of the plan that was read</source>
            <translation>hash rencana yang sudah dibaca</translation>
        </message>
        <message>
            <source>go on although demand cannot be measured</source>
            <translation>teruskan walaupun beban tidak dapat diukur</translation>
        </message>
        <message>
            <source>print the plan that gives a region its traffic back; run it once confirmed</source>
            <translation>cetak rencana yang mengembalikan lalu lintas wilayah; jalankan setelah dikonfirmasi</translation>
        </message>
        <message>
            <source>watch and act without a window, until SIGTERM</source>
            <translation>memantau dan bertindak tanpa jendela, sampai SIGTERM</translation>
        </message>
        <message>
            <source>in the lab, a region fails, is seen, taken out and restored; ends with the measured times</source>
            <translation>di lab, sebuah wilayah mati, terlihat, dikeluarkan, dan dipulihkan; diakhiri dengan waktu yang terukur</translation>
        </message>
        <message>
            <source>paint the page at each stage into PNG files</source>
            <translation>gambar halaman di setiap tahap ke berkas PNG</translation>
        </message>
        <message>
            <source>Exit codes: 0 done or well, 1 broken or unhealthy, 2 wrong words, 3 refused, 4 unreadable, 5 the plan is held.</source>
            <translation>Kode keluar: 0 selesai atau baik, 1 rusak atau tidak sehat, 2 salah tulis, 3 ditolak, 4 tidak terbaca, 5 rencana ditahan.</translation>
        </message>
        <message>
            <source>siaga --help tells the words.</source>
            <translation>siaga --help menjelaskan perintahnya.</translation>
        </message>
        <message>
            <source>no option is called %1</source>
            <translation>tidak ada opsi bernama %1</translation>
        </message>
        <message>
            <source>--%1 takes no value</source>
            <translation>--%1 tidak memakai nilai</translation>
        </message>
        <message>
            <source>--%1 needs a value</source>
            <translation>--%1 memerlukan nilai</translation>
        </message>
        <message>
            <source>the call is: %1</source>
            <translation>cara memanggilnya: %1</translation>
        </message>
        <message>
            <source>--lab and --%1 exclude each other</source>
            <translation>--lab dan --%1 tidak dapat dipakai bersama</translation>
        </message>
        <message>
            <source>no command is called %1</source>
            <translation>tidak ada perintah bernama %1</translation>
        </message>
        <message>
            <source>%1 has no option --%2</source>
            <translation>%1 tidak punya opsi --%2</translation>
        </message>
        <message>
            <source>say that an alert is in your hands</source>
            <translation>nyatakan bahwa sebuah peringatan Anda tangani</translation>
        </message>
        <message>
            <source>a word to the others</source>
            <translation>pesan untuk yang lain</translation>
        </message>
        <message>
            <source>run a plan that waits for a person; goes with it to its end</source>
            <translation>jalankan rencana yang menunggu orang; diikuti sampai selesai</translation>
        </message>
        <message>
            <source>command nothing new of a plan, or of any</source>
            <translation>jangan perintahkan hal baru dari sebuah rencana, atau dari semuanya</translation>
        </message>
        <message>
            <source>go on with a plan that is held; goes with it to its end</source>
            <translation>lanjutkan rencana yang ditahan; diikuti sampai selesai</translation>
        </message>
        <message>
            <source>give a plan up, each step by its way back</source>
            <translation>batalkan sebuah rencana, tiap langkah menurut jalan kembalinya</translation>
        </message>
        <message>
            <source>no policy starts a plan any more, and running plans hold</source>
            <translation>tidak ada kebijakan yang memulai rencana lagi, dan rencana yang berjalan ditahan</translation>
        </message>
        <message>
            <source>why; it stands on every window</source>
            <translation>alasannya; tampak di setiap jendela</translation>
        </message>
        <message>
            <source>policies may propose and run plans again</source>
            <translation>kebijakan boleh mengusulkan dan menjalankan rencana lagi</translation>
        </message>
        <message>
            <source>name what can be broken</source>
            <translation>sebutkan apa yang dapat dirusak</translation>
        </message>
        <message>
            <source>the built-in lab, whatever was watched last</source>
            <translation>lab bawaan, apa pun yang terakhir dipantau</translation>
        </message>
        <message>
            <source>publish Siaga's own breakers at /metrics; on this machine unless told otherwise</source>
            <translation>terbitkan pemutus Siaga sendiri di /metrics; pada mesin ini kecuali diminta lain</translation>
        </message>
        <message>
            <source>force a breaker open or hold it closed, for a while and with a reason; let it count anew; or try one before use</source>
            <translation>paksa pemutus terbuka atau tahan tertutup, untuk sementara dan dengan alasan; biarkan menghitung dari awal; atau coba sebelum dipakai</translation>
        </message>
        <message>
            <source>until it ends by itself, such as 30min or 4h</source>
            <translation>sampai berakhir sendiri, misalnya 30min atau 4h</translation>
        </message>
        <message>
            <source>why; it stands on the breaker's card</source>
            <translation>alasannya; tampak di kartu pemutus</translation>
        </message>
        <message>
            <source>simulate: errors 10%, latency x10, hang, flapping 5s, overload x1.5, bad host 1 of 10</source>
            <translation>simulate: errors 10%, latency x10, hang, flapping 5s, overload x1.5, bad host 1 of 10</translation>
        </message>
        <message>
            <source>simulate: calls a second, else 20</source>
            <translation>simulate: panggilan per detik, bila tidak 20</translation>
        </message>
        <message>
            <source>simulate: how long the fault lasts, else 60s</source>
            <translation>simulate: lama gangguan, bila tidak 60s</translation>
        </message>
        <message>
            <source>simulate: a breaker of the fleet, beside Siaga's and other programs' defaults</source>
            <translation>simulate: sebuah pemutus dari armada, di samping bawaan Siaga dan program lain</translation>
        </message>
        <message>
            <source>simulate: another run of chance; the same seed prints the same</source>
            <translation>simulate: kebetulan yang lain; benih yang sama mencetak hal yang sama</translation>
        </message>
        <message>
            <source>%1 is no link of Siaga; one looks like siaga://alert/17</source>
            <translation>%1 bukan tautan Siaga; tautan tampak seperti siaga://alert/17</translation>
        </message>
        <message>
            <source>--connect and --%1 exclude each other</source>
            <translation>--connect dan --%1 tidak dapat dipakai bersama</translation>
        </message>
        <message>
            <source>%1 asks no Siaga that runs, so it takes no --connect</source>
            <translation>%1 tidak bertanya kepada Siaga yang berjalan, jadi tidak menerima --connect</translation>
        </message>
        <message>
            <source>open the console, at what a siaga:// link names</source>
            <translation>buka konsol, pada yang disebut tautan siaga://</translation>
        </message>
        <message>
            <source>check the whole journal and print its head, or print records, oldest first</source>
            <translation>periksa seluruh jurnal dan cetak kepalanya, atau cetak catatan, terlama dahulu</translation>
        </message>
        <message>
            <source>export: the first record, by its number</source>
            <translation>export: catatan pertama, menurut nomornya</translation>
        </message>
        <message>
            <source>export: the last record, by its number</source>
            <translation>export: catatan terakhir, menurut nomornya</translation>
        </message>
        <message>
            <source>export: only the last 1h, 30min, 7d</source>
            <translation>export: hanya 1h, 30min, 7d terakhir</translation>
        </message>
        <message>
            <source>export: from this moment on, in UTC, such as '2026-11-26 02:13'</source>
            <translation>export: mulai saat ini, dalam UTC, seperti '2026-11-26 02:13'</translation>
        </message>
        <message>
            <source>export: up to this moment, in UTC</source>
            <translation>export: sampai saat ini, dalam UTC</translation>
        </message>
        <message>
            <source>export: what people, engines or siaga did; or one by name</source>
            <translation>export: yang dilakukan people, engines, atau siaga; atau satu menurut nama</translation>
        </message>
        <message>
            <source>export: alerts, notices, checks, diagnoses, plans, orders, breakers, fleet or runtime</source>
            <translation>export: alerts, notices, checks, diagnoses, plans, orders, breakers, fleet, atau runtime</translation>
        </message>
        <message>
            <source>export: what holds this text</source>
            <translation>export: yang memuat teks ini</translation>
        </message>
        <message>
            <source>export: all about 'region NAME', 'alert N', 'plan N' or 'breaker NAME'</source>
            <translation>export: semua tentang 'region NAMA', 'alert N', 'plan N', atau 'breaker NAMA'</translation>
        </message>
        <message>
            <source>ask a few questions, read what HAProxy has, and write a fleet file that only watches</source>
            <translation>ajukan beberapa pertanyaan, baca yang ada di HAProxy, dan tulis berkas armada yang hanya memantau</translation>
        </message>
        <message>
            <source>answers as “key = value” lines instead of questions</source>
            <translation>jawaban sebagai baris “kunci = nilai” alih-alih pertanyaan</translation>
        </message>
        <message>
            <source>try every endpoint, check, canary and page of metrics, reading only, and say what is wrong and what to do</source>
            <translation>coba setiap titik akhir, pemeriksaan, kenari, dan halaman metrik, hanya membaca, dan katakan apa yang salah dan apa yang harus dilakukan</translation>
        </message>
        <message>
            <source>keep a token or password in the keychain, asked for and never shown; try it where the fleet uses it; list what is kept</source>
            <translation>simpan token atau kata sandi di ring kunci, ditanyakan dan tidak pernah ditampilkan; coba di tempat armada memakainya; daftarkan yang disimpan</translation>
        </message>
        <message>
            <source>set: only in the memory of the Siaga that runs, until it ends</source>
            <translation>set: hanya di memori Siaga yang berjalan, sampai ia berakhir</translation>
        </message>
        <message>
            <source>send a test notice through each way the fleet has to reach people, play the tones, and say what came back</source>
            <translation>kirim pemberitahuan uji lewat setiap cara armada menjangkau orang, bunyikan nadanya, dan katakan apa hasilnya</translation>
        </message>
        <message>
            <source>print every field of the fleet file: what it expects, its default, its meaning</source>
            <translation>cetak setiap isian berkas armada: yang diharapkan, nilai bawaan, artinya</translation>
        </message>
        <message>
            <source>prove on this machine that the program works: journal, lab, socket, pictures and words</source>
            <translation>buktikan pada mesin ini bahwa program bekerja: jurnal, lab, soket, gambar, dan kata</translation>
        </message>
        <message>
            <source>let the console that is open go to what a link names, such as siaga://alert/17</source>
            <translation>arahkan konsol yang terbuka ke yang disebut tautan, seperti siaga://alert/17</translation>
        </message>
        <message>
            <source>break something in the lab that is running, heal it, or list what is broken</source>
            <translation>rusakkan sesuatu di lab yang berjalan, pulihkan, atau daftarkan yang rusak</translation>
        </message>
        <message>
            <source>the fleet to watch; without it the last one, else that of the configuration, else the built-in lab</source>
            <translation>armada yang dipantau; tanpa ini yang terakhir, atau yang ada di konfigurasi, atau lab bawaan</translation>
        </message>
        <message>
            <source>the Siaga that listens at this socket, such as one forwarded by ssh -L</source>
            <translation>Siaga yang mendengarkan di soket ini, misalnya yang diteruskan dengan ssh -L</translation>
        </message>
    </context>
    <context>
        <name>audit</name>
        <message>
            <source>the journal cannot be read now</source>
            <translation>jurnal tidak dapat dibaca sekarang</translation>
        </message>
        <message>
            <source>--kind is one of %1; it was %2</source>
            <translation>--kind adalah salah satu dari %1; yang diberikan %2</translation>
        </message>
        <message>
            <source>--about needs region NAME, alert NUMBER, plan NUMBER or breaker NAME; it was %1</source>
            <translation>--about memerlukan region NAMA, alert NOMOR, plan NOMOR, atau breaker NAMA; yang diberikan %1</translation>
        </message>
        <message>
            <source>--%1 needs the number of a record; it was %2</source>
            <translation>--%1 memerlukan nomor catatan; yang diberikan %2</translation>
        </message>
        <message>
            <source>--%1 needs a moment in UTC, such as 2026-11-26 02:13:45; it was %2</source>
            <translation>--%1 memerlukan saat dalam UTC, seperti 2026-11-26 02:13:45; yang diberikan %2</translation>
        </message>
        <message>
            <source>--last needs a time such as 1h or 30min; it was %1</source>
            <translation>--last memerlukan waktu seperti 1h atau 30min; yang diberikan %1</translation>
        </message>
        <message>
            <source>records %1 to %2</source>
            <translation>catatan %1 sampai %2</translation>
        </message>
        <message>
            <source>all records</source>
            <translation>semua catatan</translation>
        </message>
        <message>
            <source>exported %1</source>
            <translation>diekspor %1</translation>
        </message>
        <message>
            <source>record</source>
            <translation>catatan</translation>
        </message>
        <message>
            <source>when (UTC)</source>
            <translation>kapan (UTC)</translation>
        </message>
        <message>
            <source>who</source>
            <translation>siapa</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>jenis</translation>
        </message>
        <message>
            <source>what</source>
            <translation>apa</translation>
        </message>
        <message>
            <source>why</source>
            <translation>mengapa</translation>
        </message>
        <message>
            <source>hash</source>
            <translation>hash</translation>
        </message>
    </context>
    <context>
        <name>commands</name>
        <message>
            <source>refused: %1</source>
            <translation>ditolak: %1</translation>
        </message>
    </context>
    <context>
        <name>doctor</name>
        <message>
            <source>%1 wrong, %2 doubtful, %3 well; nothing was changed anywhere</source>
            <translation>%1 salah, %2 meragukan, %3 baik; tidak ada yang diubah di mana pun</translation>
        </message>
        <message>
            <source>unlock the keychain of this session, or give it for one run: siaga credential set %1 --memory</source>
            <translation>buka ring kunci sesi ini, atau berikan untuk satu kali jalan: siaga credential set %1 --memory</translation>
        </message>
        <message>
            <source>credential %1</source>
            <translation>kredensial %1</translation>
        </message>
        <message>
            <source>it is there</source>
            <translation>ada</translation>
        </message>
        <message>
            <source>this is the lab: there is nothing real to examine; name a fleet with --fleet FILE, or make one with siaga init</source>
            <translation>ini lab: tidak ada yang nyata untuk diperiksa; sebutkan armada dengan --fleet BERKAS, atau buat dengan siaga init</translation>
        </message>
        <message>
            <source>in haproxy.cfg, under global: stats socket %1 level admin; then reload HAProxy</source>
            <translation>di haproxy.cfg, di bawah global: stats socket %1 level admin; lalu muat ulang HAProxy</translation>
        </message>
        <message>
            <source>%1 may not enter the folder %2</source>
            <translation>%1 tidak boleh masuk ke folder %2</translation>
        </message>
        <message>
            <source>let %1 enter it, or put HAProxy's socket elsewhere</source>
            <translation>izinkan %1 masuk, atau letakkan soket HAProxy di tempat lain</translation>
        </message>
        <message>
            <source>there is no file %1</source>
            <translation>tidak ada berkas %1</translation>
        </message>
        <message>
            <source>start HAProxy, or correct the address; %1</source>
            <translation>jalankan HAProxy, atau betulkan alamatnya; %1</translation>
        </message>
        <message>
            <source>%1 is no socket</source>
            <translation>%1 bukan soket</translation>
        </message>
        <message>
            <source>name the path of HAProxy's stats socket</source>
            <translation>sebutkan lokasi soket stats HAProxy</translation>
        </message>
        <message>
            <source>%1 may not open it: it belongs to %2, group %3</source>
            <translation>%1 tidak boleh membukanya: ia milik %2, grup %3</translation>
        </message>
        <message>
            <source>join the group: sudo usermod -aG %1 %2, then log in again</source>
            <translation>masuklah ke grup: sudo usermod -aG %1 %2, lalu masuk lagi</translation>
        </message>
        <message>
            <source>nobody listens at %1: %2</source>
            <translation>tidak ada yang mendengarkan di %1: %2</translation>
        </message>
        <message>
            <source>start HAProxy, or the tunnel that leads to it; else correct the address</source>
            <translation>jalankan HAProxy, atau terowongan menuju ke sana; jika tidak, betulkan alamatnya</translation>
        </message>
        <message>
            <source>it was reached, and gave no answer that can be read: %1</source>
            <translation>ia terjangkau, tetapi tidak memberi jawaban yang dapat dibaca: %1</translation>
        </message>
        <message>
            <source>see whether HAProxy's runtime API is behind this address, and whether HAProxy hangs</source>
            <translation>lihat apakah API runtime HAProxy ada di alamat ini, dan apakah HAProxy macet</translation>
        </message>
        <message>
            <source>HAProxy %1 is too old</source>
            <translation>HAProxy %1 terlalu lama</translation>
        </message>
        <message>
            <source>update it to 2.6 or newer</source>
            <translation>perbarui ke 2.6 atau yang lebih baru</translation>
        </message>
        <message>
            <source>it does not say which level its socket has; weights need admin</source>
            <translation>ia tidak mengatakan tingkat soketnya; bobot memerlukan admin</translation>
        </message>
        <message>
            <source>its socket has the level %1, and weights need admin</source>
            <translation>soketnya bertingkat %1, sedangkan bobot memerlukan admin</translation>
        </message>
        <message>
            <source>none</source>
            <translation>tidak ada</translation>
        </message>
        <message>
            <source>correct the fleet file; it has %1</source>
            <translation>betulkan berkas armada; ia punya %1</translation>
        </message>
        <message>
            <source>correct the fleet file; did you mean “%1”?</source>
            <translation>betulkan berkas armada; apakah maksud Anda “%1”?</translation>
        </message>
        <message>
            <source>take roundrobin, leastconn or random in the backend</source>
            <translation>pakai roundrobin, leastconn, atau random di backend</translation>
        </message>
        <message>
            <source>%1 balances by static-rr, which takes no weights but 0 % and 100 %</source>
            <translation>%1 membagi dengan static-rr, yang hanya menerima bobot 0 % dan 100 %</translation>
        </message>
        <message>
            <source>%1 balances by first, which ignores weights</source>
            <translation>%1 membagi dengan first, yang mengabaikan bobot</translation>
        </message>
        <message>
            <source>%1 balances by %2, which takes weights only with hash-type consistent; HAProxy does not tell whether it has that</source>
            <translation>%1 membagi dengan %2, yang menerima bobot hanya dengan hash-type consistent; HAProxy tidak mengatakan apakah itu dipakai</translation>
        </message>
        <message>
            <source>see that the backend says hash-type consistent</source>
            <translation>pastikan backend memuat hash-type consistent</translation>
        </message>
        <message>
            <source>%1 has the weight %2 in haproxy.cfg and %3 in the fleet: a reload would shift traffic</source>
            <translation>%1 berbobot %2 di haproxy.cfg dan %3 di armada: muat ulang akan menggeser lalu lintas</translation>
        </message>
        <message>
            <source>write the same weight into both</source>
            <translation>tulis bobot yang sama di keduanya</translation>
        </message>
        <message>
            <source>%1 has the weight %2 in force, and not its usual %3</source>
            <translation>bobot %1 yang berlaku %2, bukan %3 yang biasa</translation>
        </message>
        <message>
            <source>a plan of Siaga's left it so, or somebody set it by hand</source>
            <translation>rencana Siaga meninggalkannya begitu, atau seseorang menyetelnya dengan tangan</translation>
        </message>
        <message>
            <source>%1 takes no new requests now: %2, weight %3</source>
            <translation>%1 tidak menerima permintaan baru sekarang: %2, bobot %3</translation>
        </message>
        <message>
            <source>if nobody took it out on purpose: set server %1 state ready</source>
            <translation>jika tidak ada yang sengaja mengeluarkannya: set server %1 state ready</translation>
        </message>
        <message>
            <source>%1 is down by HAProxy's own check</source>
            <translation>%1 mati menurut pemeriksaan HAProxy sendiri</translation>
        </message>
        <message>
            <source>look at the server</source>
            <translation>lihat servernya</translation>
        </message>
        <message>
            <source>an agent may set the weight of %1 at any time, after Siaga did</source>
            <translation>sebuah agen dapat menyetel bobot %1 kapan saja, setelah Siaga</translation>
        </message>
        <message>
            <source>take agent-check away, or let the agent answer no weights</source>
            <translation>buang agent-check, atau buat agen tidak menjawab bobot</translation>
        </message>
        <message>
            <source>it has no backend %1</source>
            <translation>ia tidak punya backend %1</translation>
        </message>
        <message>
            <source>it has no server %1</source>
            <translation>ia tidak punya server %1</translation>
        </message>
        <message>
            <source>the fleet names no backend of it, so nothing can be moved there</source>
            <translation>armada tidak menyebut backend-nya, jadi tidak ada yang dapat dipindahkan di sana</translation>
        </message>
        <message>
            <source>name its backends under endpoints.%1.backends</source>
            <translation>sebutkan backend-nya di bawah endpoints.%1.backends</translation>
        </message>
        <message>
            <source>HAProxy %1, level admin; backends, servers and weights are as the fleet says</source>
            <translation>HAProxy %1, tingkat admin; backend, server, dan bobot sesuai armada</translation>
        </message>
        <message>
            <source>endpoint %1</source>
            <translation>titik akhir %1</translation>
        </message>
        <message>
            <source>journal</source>
            <translation>jurnal</translation>
        </message>
        <message>
            <source>there is none yet; it begins with the first start</source>
            <translation>belum ada; ia dimulai saat pertama dijalankan</translation>
        </message>
        <message>
            <source>it can be read; siaga audit verify proves it whole</source>
            <translation>ia dapat dibaca; siaga audit verify membuktikannya utuh</translation>
        </message>
        <message>
            <source>keep the file, and name another folder with --data to go on without it</source>
            <translation>simpan berkasnya, dan sebutkan folder lain dengan --data untuk melanjutkan tanpanya</translation>
        </message>
        <message>
            <source>data folder</source>
            <translation>folder data</translation>
        </message>
        <message>
            <source>%1 MB are free</source>
            <translation>%1 MB kosong</translation>
        </message>
        <message>
            <source>it is not there yet; it is made with the first start</source>
            <translation>belum ada; dibuat saat pertama dijalankan</translation>
        </message>
        <message>
            <source>nothing can be written into it</source>
            <translation>tidak ada yang dapat ditulis ke dalamnya</translation>
        </message>
        <message>
            <source>correct its owner and mode, or name another one with --data</source>
            <translation>betulkan pemilik dan modenya, atau sebutkan yang lain dengan --data</translation>
        </message>
        <message>
            <source>make room: a journal that cannot be written stops everything</source>
            <translation>kosongkan ruang: jurnal yang tidak dapat ditulis menghentikan segalanya</translation>
        </message>
        <message>
            <source>others than its owner may look into it</source>
            <translation>selain pemiliknya dapat melihat isinya</translation>
        </message>
        <message>
            <source>chmod 700 %1</source>
            <translation>chmod 700 %1</translation>
        </message>
        <message>
            <source>make room soon</source>
            <translation>segera kosongkan ruang</translation>
        </message>
        <message>
            <source>clock</source>
            <translation>jam</translation>
        </message>
        <message>
            <source>nothing keeps this machine's clock in step with others</source>
            <translation>tidak ada yang menyelaraskan jam mesin ini dengan yang lain</translation>
        </message>
        <message>
            <source>kept in step, within %1</source>
            <translation>diselaraskan, dalam %1</translation>
        </message>
        <message>
            <source>let chrony or systemd-timesyncd keep it: times in the journal and of certificates hang on it</source>
            <translation>biarkan chrony atau systemd-timesyncd menjaganya: waktu di jurnal dan sertifikat bergantung padanya</translation>
        </message>
        <message>
            <source>its certificate has expired</source>
            <translation>sertifikatnya kedaluwarsa</translation>
        </message>
        <message>
            <source>renew the certificate of %1</source>
            <translation>perbarui sertifikat %1</translation>
        </message>
        <message>
            <source>its certificate is not valid yet</source>
            <translation>sertifikatnya belum berlaku</translation>
        </message>
        <message>
            <source>compare the clocks of both machines</source>
            <translation>bandingkan jam kedua mesin</translation>
        </message>
        <message>
            <source>its certificate is for another host than %1</source>
            <translation>sertifikatnya untuk mesin lain, bukan %1</translation>
        </message>
        <message>
            <source>name the target by a name that stands in the certificate, or have it issued for this one</source>
            <translation>sebut sasaran dengan nama yang ada di sertifikat, atau terbitkan sertifikat untuk nama ini</translation>
        </message>
        <message>
            <source>nobody whom we trust has signed its certificate (%1)</source>
            <translation>tidak ada yang kami percaya menandatangani sertifikatnya (%1)</translation>
        </message>
        <message>
            <source>name the file of its authority under ca_file, or have it signed by a known one</source>
            <translation>sebutkan berkas otoritasnya di ca_file, atau mintalah tanda tangan otoritas yang dikenal</translation>
        </message>
        <message>
            <source>%1 is the only authority that is trusted here; see whether it is the right one</source>
            <translation>hanya otoritas %1 yang dipercaya di sini; lihat apakah itu yang benar</translation>
        </message>
        <message>
            <source>no encrypted connection came about: %1</source>
            <translation>sambungan terenkripsi tidak terbentuk: %1</translation>
        </message>
        <message>
            <source>see whether %1 speaks TLS 1.2 or newer on this port</source>
            <translation>lihat apakah %1 memakai TLS 1.2 atau lebih baru di port ini</translation>
        </message>
        <message>
            <source>it answers with status %1</source>
            <translation>ia menjawab dengan status %1</translation>
        </message>
        <message>
            <source>see whether the credential is still the right one</source>
            <translation>lihat apakah kredensialnya masih benar</translation>
        </message>
        <message>
            <source>it wants to know who asks: name a credential, or a page that everybody may read</source>
            <translation>ia ingin tahu siapa yang bertanya: sebutkan kredensial, atau halaman yang boleh dibaca siapa saja</translation>
        </message>
        <message>
            <source>it redirects, which is never followed: name the page that it leads to</source>
            <translation>ia mengalihkan, dan itu tidak pernah diikuti: sebutkan halaman tujuannya</translation>
        </message>
        <message>
            <source>there is no such page: correct the path</source>
            <translation>tidak ada halaman itu: betulkan jalurnya</translation>
        </message>
        <message>
            <source>the service itself fails: look at its logs</source>
            <translation>layanannya sendiri gagal: lihat lognya</translation>
        </message>
        <message>
            <source>correct the path, or the statuses that are accepted</source>
            <translation>betulkan jalurnya, atau status yang diterima</translation>
        </message>
        <message>
            <source>it redirects (status %1), which counts as well and is never followed</source>
            <translation>ia mengalihkan (status %1), yang dianggap baik dan tidak pernah diikuti</translation>
        </message>
        <message>
            <source>name the page that it leads to, or accept 200-299 only</source>
            <translation>sebutkan halaman tujuannya, atau terima 200-299 saja</translation>
        </message>
        <message>
            <source>it is slow: %1 of the %2 that it has</source>
            <translation>ia lambat: %1 dari %2 yang tersedia</translation>
        </message>
        <message>
            <source>give it more time, or make the page lighter</source>
            <translation>beri waktu lebih, atau ringankan halamannya</translation>
        </message>
        <message>
            <source>status %1</source>
            <translation>status %1</translation>
        </message>
        <message>
            <source>it accepts connections</source>
            <translation>ia menerima sambungan</translation>
        </message>
        <message>
            <source>start the service, open its port, or correct the target</source>
            <translation>jalankan layanannya, buka portnya, atau betulkan sasarannya</translation>
        </message>
        <message>
            <source>no answer within %1, while %2</source>
            <translation>tidak ada jawaban dalam %1, saat %2</translation>
        </message>
        <message>
            <source>see whether something on the way drops the packets, or whether the service hangs</source>
            <translation>lihat apakah ada yang membuang paket di jalan, atau apakah layanannya macet</translation>
        </message>
        <message>
            <source>the text that is expected does not stand in its answer (status %1)</source>
            <translation>teks yang diharapkan tidak ada dalam jawabannya (status %1)</translation>
        </message>
        <message>
            <source>correct body_contains, or look at what the page says</source>
            <translation>betulkan body_contains, atau lihat isi halamannya</translation>
        </message>
        <message>
            <source>what comes back is no HTTP: %1</source>
            <translation>yang kembali bukan HTTP: %1</translation>
        </message>
        <message>
            <source>correct the port, or take HOST:PORT with the kind tcp</source>
            <translation>betulkan portnya, atau pakai HOST:PORT dengan jenis tcp</translation>
        </message>
        <message>
            <source>the name %1 has no address: %2</source>
            <translation>nama %1 tidak punya alamat: %2</translation>
        </message>
        <message>
            <source>correct the name, or see what name server this machine asks</source>
            <translation>betulkan namanya, atau lihat server nama yang ditanya mesin ini</translation>
        </message>
        <message>
            <source>it could not be tried: %1</source>
            <translation>ia tidak dapat dicoba: %1</translation>
        </message>
        <message>
            <source>correct that first; it says nothing about the target</source>
            <translation>betulkan itu dulu; ini tidak mengatakan apa pun tentang sasaran</translation>
        </message>
        <message>
            <source>check %1</source>
            <translation>pemeriksaan %1</translation>
        </message>
        <message>
            <source>canary %1</source>
            <translation>kenari %1</translation>
        </message>
        <message>
            <source>metrics %1</source>
            <translation>metrik %1</translation>
        </message>
        <message>
            <source>the page cannot be read: %1</source>
            <translation>halaman tidak dapat dibaca: %1</translation>
        </message>
        <message>
            <source>correct the address, or look at the program that publishes it</source>
            <translation>betulkan alamatnya, atau lihat program yang menerbitkannya</translation>
        </message>
        <message>
            <source>it can be read; breakers on it: %1</source>
            <translation>ia dapat dibaca; pemutus padanya: %1</translation>
        </message>
        <message>
            <source>it has no series %1</source>
            <translation>ia tidak punya deret %1</translation>
        </message>
        <message>
            <source>correct total and failed of the breaker, letter by letter as the page has them</source>
            <translation>betulkan total dan failed pada pemutus, huruf demi huruf seperti di halamannya</translation>
        </message>
    </context>
    <context>
        <name>file_commands</name>
        <message>
            <source>1 mistake</source>
            <translation>1 kesalahan</translation>
        </message>
        <message numerus="yes">
            <source>%n mistakes</source>
            <translation>
                <numerusform>%n kesalahan</numerusform>
            </translation>
        </message>
        <message>
            <source>default</source>
            <translation>bawaan</translation>
        </message>
        <message>
            <source>broken at record %1: %2</source>
            <translation>rusak pada catatan %1: %2</translation>
        </message>
        <message>
            <source>intact: %1 records, head %2</source>
            <translation>utuh: %1 catatan, kepala %2</translation>
        </message>
    </context>
    <context>
        <name>fleet</name>
        <message>
            <source>%1, as last time</source>
            <translation>%1, seperti terakhir kali</translation>
        </message>
        <message>
            <source>the built-in lab</source>
            <translation>lab bawaan</translation>
        </message>
        <message>
            <source>last adopted; its file is not known</source>
            <translation>yang terakhir diterapkan; berkasnya tidak diketahui</translation>
        </message>
        <message>
            <source>built-in lab</source>
            <translation>lab bawaan</translation>
        </message>
        <message>
            <source>last adopted</source>
            <translation>terakhir diterapkan</translation>
        </message>
    </context>
    <context>
        <name>init</name>
        <message>
            <source>Nothing was written.</source>
            <translation>Tidak ada yang ditulis.</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ya</translation>
        </message>
        <message>
            <source>Write this to %1 (yes or no)</source>
            <translation>Tulis ini ke %1 (ya atau tidak)</translation>
        </message>
        <message>
            <source>Written: %1. It watches and moves nothing; beside each value stands whether it was answered, measured or assumed.</source>
            <translation>Ditulis: %1. Ia memantau dan tidak memindahkan apa pun; di samping setiap nilai tertulis apakah ia dijawab, terukur, atau diandaikan.</translation>
        </message>
        <message>
            <source>Next:</source>
            <translation>Berikutnya:</translation>
        </message>
        <message>
            <source>no question is called %1</source>
            <translation>tidak ada pertanyaan bernama %1</translation>
        </message>
        <message>
            <source>%1 is there already and stays as it is; name another file: siaga init FILE</source>
            <translation>%1 sudah ada dan dibiarkan; sebutkan berkas lain: siaga init BERKAS</translation>
        </message>
        <message>
            <source>A few questions; Enter takes what stands in brackets, Ctrl+D ends without a trace.</source>
            <translation>Beberapa pertanyaan; Enter memakai yang ada dalam kurung, Ctrl+D mengakhiri tanpa jejak.</translation>
        </message>
        <message>
            <source>the folder %1 cannot be made</source>
            <translation>folder %1 tidak dapat dibuat</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>%1 tidak dapat ditulis: %2</translation>
        </message>
    </context>
    <context>
        <name>interview</name>
        <message>
            <source>at least one is needed</source>
            <translation>setidaknya satu diperlukan</translation>
        </message>
        <message>
            <source>each one once</source>
            <translation>masing-masing satu kali</translation>
        </message>
        <message>
            <source>HAProxy's runtime sockets (unix:/path or tcp:127.0.0.1:PORT, - for none)</source>
            <translation>Soket runtime HAProxy (unix:/path atau tcp:127.0.0.1:PORT, - untuk tidak ada)</translation>
        </message>
        <message>
            <source>not read: %1: %2; siaga endpoints doctor will say more</source>
            <translation>tidak terbaca: %1: %2; siaga endpoints doctor akan mengatakan lebih banyak</translation>
        </message>
        <message>
            <source>measured: %1 is HAProxy %2, level %3</source>
            <translation>terukur: %1 adalah HAProxy %2, tingkat %3</translation>
        </message>
        <message>
            <source>%1 at %2, weight %3</source>
            <translation>%1 di %2, bobot %3</translation>
        </message>
        <message>
            <source>measured: backend %1: %2</source>
            <translation>terukur: backend %1: %2</translation>
        </message>
        <message>
            <source>Name of the fleet, for people</source>
            <translation>Nama armada, untuk orang</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>Lingkungan</translation>
        </message>
        <message>
            <source>Regions, separated by blanks</source>
            <translation>Wilayah, dipisahkan spasi</translation>
        </message>
        <message>
            <source>two numbers from -90 to 90 and from -180 to 180, such as -6.21 106.85, or a city that is known, such as jakarta</source>
            <translation>dua angka dari -90 sampai 90 dan dari -180 sampai 180, seperti -6.21 106.85, atau kota yang dikenal, seperti jakarta</translation>
        </message>
        <message>
            <source>Where is %1, for the map (latitude longitude, or a city)</source>
            <translation>Di mana %1, untuk peta (lintang bujur, atau sebuah kota)</translation>
        </message>
        <message>
            <source>Services, each as SERVICE=BACKEND at HAProxy</source>
            <translation>Layanan, masing-masing sebagai LAYANAN=BACKEND di HAProxy</translation>
        </message>
        <message>
            <source>Services, separated by blanks</source>
            <translation>Layanan, dipisahkan spasi</translation>
        </message>
        <message>
            <source>%1 has no server %2; it has %3</source>
            <translation>%1 tidak punya server %2; ia punya %3</translation>
        </message>
        <message>
            <source>%1 stands for %2 already</source>
            <translation>%1 sudah mewakili %2</translation>
        </message>
        <message>
            <source>Which server of %1 stands for %2 (- for none)</source>
            <translation>Server %1 yang mana mewakili %2 (- untuk tidak ada)</translation>
        </message>
        <message>
            <source>as measured, else %1</source>
            <translation>sesuai pengukuran, jika tidak %1</translation>
        </message>
        <message>
            <source>Requests a second that %1 serves well in one region</source>
            <translation>Permintaan per detik yang dilayani %1 dengan baik di satu wilayah</translation>
        </message>
        <message>
            <source>Check of %1 in %2 (a URL or HOST:PORT, - for none)</source>
            <translation>Pemeriksaan %1 di %2 (URL atau HOST:PORT, - untuk tidak ada)</translation>
        </message>
        <message>
            <source>Places outside all regions, to tell a fault of your own network (- for none)</source>
            <translation>Tempat di luar semua wilayah, untuk mengenali gangguan jaringan Anda sendiri (- untuk tidak ada)</translation>
        </message>
    </context>
    <context>
        <name>launch</name>
        <message>
            <source>the data folder cannot be made</source>
            <translation>folder data tidak dapat dibuat</translation>
        </message>
    </context>
    <context>
        <name>notify</name>
        <message>
            <source>delivered</source>
            <translation>tersampaikan</translation>
        </message>
        <message>
            <source>unavailable</source>
            <translation>tidak tersedia</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>gagal</translation>
        </message>
        <message>
            <source>%1: %2 after %3 ms</source>
            <comment>channel: outcome</comment>
            <translation>%1: %2 setelah %3 ms</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>line (why)</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>%1 · TEST: nothing is wrong</source>
            <comment>mode</comment>
            <translation>%1 · UJI: tidak ada yang salah</translation>
        </message>
        <message>
            <source>Siaga tries whether it can reach you. There is nothing to do.</source>
            <translation>Siaga mencoba apakah dapat menjangkau Anda. Tidak ada yang perlu dilakukan.</translation>
        </message>
        <message>
            <source>notify knows one word: test</source>
            <translation>notify mengenal satu kata: test</translation>
        </message>
        <message>
            <source>sound: all three tones were played</source>
            <translation>bunyi: ketiga nada dibunyikan</translation>
        </message>
        <message>
            <source>sound: nothing is heard on this machine (%1)</source>
            <translation>bunyi: tidak terdengar apa pun di mesin ini (%1)</translation>
        </message>
    </context>
    <context>
        <name>questions</name>
        <message>
            <source>%1 cannot be read: %2</source>
            <translation>%1 tidak dapat dibaca: %2</translation>
        </message>
        <message>
            <source>%1:%2: expected “key = answer”, each key once</source>
            <translation>%1:%2: seharusnya “kunci = jawaban”, setiap kunci sekali</translation>
        </message>
        <message>
            <source>this needs an answer</source>
            <translation>ini memerlukan jawaban</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>name of an answer, what is wrong with it</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>same_fleet</name>
        <message>
            <source>the running Siaga watches another fleet than %1; leave out --fleet, or name its --data</source>
            <translation>Siaga yang berjalan memantau armada lain, bukan %1; tinggalkan --fleet, atau sebutkan --data miliknya</translation>
        </message>
        <message>
            <source>the running Siaga watches the environment %1, not %2</source>
            <translation>Siaga yang berjalan memantau lingkungan %1, bukan %2</translation>
        </message>
    </context>
    <context>
        <name>self_test</name>
        <message>
            <source>another head was read than was written</source>
            <translation>kepala yang dibaca lain dari yang ditulis</translation>
        </message>
        <message>
            <source>the dead region was not found</source>
            <translation>wilayah yang mati tidak ditemukan</translation>
        </message>
        <message>
            <source>the dead region was found and not left</source>
            <translation>wilayah yang mati ditemukan tetapi tidak ditinggalkan</translation>
        </message>
        <message>
            <source>the socket gave no answer that can be read</source>
            <translation>soket tidak memberi jawaban yang dapat dibaca</translation>
        </message>
        <message>
            <source>no font is installed</source>
            <translation>tidak ada fon yang terpasang</translation>
        </message>
        <message>
            <source>icon %1 is missing</source>
            <translation>ikon %1 tidak ada</translation>
        </message>
        <message>
            <source>page Now cannot be painted</source>
            <translation>halaman Kini tidak dapat digambar</translation>
        </message>
        <message>
            <source>page Now was painted too small</source>
            <translation>halaman Kini tergambar terlalu kecil</translation>
        </message>
        <message>
            <source>the catalogue of Indonesian is missing</source>
            <translation>katalog bahasa Indonesia tidak ada</translation>
        </message>
        <message>
            <source>the catalogue of Indonesian is empty</source>
            <translation>katalog bahasa Indonesia kosong</translation>
        </message>
        <message>
            <source>journal: append, reopen, verify</source>
            <translation>jurnal: tambah, buka lagi, verifikasi</translation>
        </message>
        <message>
            <source>lab: a dead region is found and left</source>
            <translation>lab: wilayah mati ditemukan dan ditinggalkan</translation>
        </message>
        <message>
            <source>socket: a running Siaga answers</source>
            <translation>soket: Siaga yang berjalan menjawab</translation>
        </message>
        <message>
            <source>pictures: fonts, icons, page Now</source>
            <translation>gambar: fon, ikon, halaman Kini</translation>
        </message>
        <message>
            <source>words: Indonesian</source>
            <translation>kata: bahasa Indonesia</translation>
        </message>
        <message>
            <source>well  </source>
            <translation>baik  </translation>
        </message>
        <message>
            <source>FAILED</source>
            <translation>GAGAL</translation>
        </message>
        <message>
            <source>everything works</source>
            <translation>semuanya bekerja</translation>
        </message>
        <message>
            <source>failed: %1</source>
            <translation>gagal: %1</translation>
        </message>
    </context>
    <context>
        <name>serve</name>
        <message>
            <source>no lab is running: open one with siaga --lab</source>
            <translation>tidak ada lab yang berjalan: buka dengan siaga --lab</translation>
        </message>
        <message>
            <source>no Siaga is running, and there is no journal to go on with</source>
            <translation>tidak ada Siaga yang berjalan, dan tidak ada jurnal untuk dilanjutkan</translation>
        </message>
        <message>
            <source>no local socket at %1: %2</source>
            <translation>tidak ada soket lokal di %1: %2</translation>
        </message>
        <message>
            <source>--metrics needs a port, or an address and a port such as 127.0.0.1:9464; it was %1</source>
            <translation>--metrics memerlukan port, atau alamat dan port seperti 127.0.0.1:9464; yang diberikan %1</translation>
        </message>
        <message>
            <source>no page of metrics at %1: %2</source>
            <translation>tidak ada halaman metrik di %1: %2</translation>
        </message>
        <message>
            <source>whoever reaches %1 can read the page of metrics: it has no password and no encryption</source>
            <translation>siapa pun yang menjangkau %1 dapat membaca halaman metrik: tanpa kata sandi dan tanpa enkripsi</translation>
        </message>
        <message>
            <source>no console is open on this data: siaga LINK opens one there</source>
            <translation>tidak ada konsol yang terbuka pada data ini: siaga TAUTAN membukanya di sana</translation>
        </message>
    </context>
    <context>
        <name>siaga::AskingCommand</name>
        <message>
            <source>the plan is held where it stands; it goes on when a person resumes it</source>
            <translation>rencana ditahan di tempatnya; berlanjut bila ada orang yang melanjutkannya</translation>
        </message>
    </context>
    <context>
        <name>siaga::BreakerCommand</name>
        <message>
            <source>--for takes a time such as 30min or 4h, not “%1”</source>
            <translation>--for menerima waktu seperti 30min atau 4h, bukan “%1”</translation>
        </message>
        <message>
            <source>which breaker is not told; the call is: siaga breaker open|close|reset NAME</source>
            <translation>pemutus mana tidak disebutkan; cara memanggilnya: siaga breaker open|close|reset NAME</translation>
        </message>
        <message>
            <source>a breaker can be told to open, close or reset, not “%1”</source>
            <translation>pemutus dapat diminta open, close, atau reset, bukan “%1”</translation>
        </message>
        <message>
            <source>%1 is forced open for %2</source>
            <translation>%1 dipaksa terbuka selama %2</translation>
        </message>
        <message>
            <source>%1 is held closed for %2, whatever fails</source>
            <translation>%1 ditahan tertutup selama %2, apa pun yang gagal</translation>
        </message>
        <message>
            <source>%1 is closed and counts anew</source>
            <translation>%1 tertutup dan menghitung dari awal</translation>
        </message>
    </context>
    <context>
        <name>siaga::ControlServer</name>
        <message>
            <source>the running Siaga is version %1</source>
            <translation>Siaga yang berjalan adalah versi %1</translation>
        </message>
        <message>
            <source>the running Siaga stopped answering</source>
            <translation>Siaga yang berjalan berhenti menjawab</translation>
        </message>
        <message>
            <source>another Siaga answers there</source>
            <translation>Siaga lain menjawab di sana</translation>
        </message>
        <message>
            <source>the Siaga that runs there was built with another form of records</source>
            <translation>Siaga yang berjalan di sana dibangun dengan bentuk catatan yang lain</translation>
        </message>
    </context>
    <context>
        <name>siaga::CoreThread</name>
        <message>
            <source>this lab runs in another process; siaga lab fault reaches it</source>
            <translation>lab ini berjalan di proses lain; siaga lab fault menjangkaunya</translation>
        </message>
    </context>
    <context>
        <name>siaga::CredentialCommand</name>
        <message>
            <source>%1: %2; used by %3</source>
            <translation>%1: %2; dipakai %3</translation>
        </message>
        <message>
            <source>list takes no name; all others need one</source>
            <translation>list tidak menerima nama; yang lain memerlukannya</translation>
        </message>
        <message>
            <source>nothing in this fleet names a credential, and none was kept</source>
            <translation>tidak ada di armada ini yang menyebut kredensial, dan tidak ada yang disimpan</translation>
        </message>
        <message>
            <source>read back from %1</source>
            <translation>dibaca kembali dari %1</translation>
        </message>
        <message>
            <source>nothing in this fleet uses it, so nobody was asked</source>
            <translation>tidak ada di armada ini yang memakainya, jadi tidak ada yang ditanya</translation>
        </message>
        <message>
            <source>%1 is neither in the keychain nor in the memory of this run any more</source>
            <translation>%1 tidak ada lagi di ring kunci maupun di memori kali ini</translation>
        </message>
        <message>
            <source>%1 is kept in the memory of the Siaga that runs, until that ends</source>
            <translation>%1 disimpan di memori Siaga yang berjalan, sampai ia berakhir</translation>
        </message>
        <message>
            <source>no Siaga is running, so there is no memory to keep %1 in</source>
            <translation>tidak ada Siaga yang berjalan, jadi tidak ada memori untuk menyimpan %1</translation>
        </message>
        <message>
            <source>a credential's name is 1 to 63 small letters, digits, '.' and '-'; its value is asked for afterwards</source>
            <translation>nama kredensial terdiri dari 1 sampai 63 huruf kecil, angka, '.' dan '-'; nilainya ditanyakan sesudahnya</translation>
        </message>
        <message>
            <source>Value of %1 (it is not shown): </source>
            <translation>Nilai %1 (tidak ditampilkan): </translation>
        </message>
        <message>
            <source>no value was given; nothing has changed</source>
            <translation>tidak ada nilai yang diberikan; tidak ada yang berubah</translation>
        </message>
        <message>
            <source>that is no credential: %1</source>
            <translation>itu bukan kredensial: %1</translation>
        </message>
        <message>
            <source>With --memory a Siaga that runs keeps it until it ends.</source>
            <translation>Dengan --memory Siaga yang berjalan menyimpannya sampai ia berakhir.</translation>
        </message>
        <message>
            <source>%1 is kept in %2</source>
            <translation>%1 disimpan di %2</translation>
        </message>
    </context>
    <context>
        <name>siaga::Demo</name>
        <message>
            <source>%1 fails now, together with its edge.</source>
            <translation>%1 mati sekarang, bersama edge-nya.</translation>
        </message>
        <message>
            <source>          you would be asked now; the demonstration approves hash %1</source>
            <translation>          sekarang Anda akan ditanya; peragaan menyetujui hash %1</translation>
        </message>
        <message>
            <source>The region is repaired and starts again.</source>
            <translation>Wilayah itu diperbaiki dan mulai lagi.</translation>
        </message>
        <message>
            <source>The demonstration did not come to its end.</source>
            <translation>Peragaan tidak sampai selesai.</translation>
        </message>
        <message>
            <source>detection    %1  from the failure to the region's state on the board</source>
            <translation>deteksi      %1  dari kegagalan sampai keadaan wilayah di papan</translation>
        </message>
        <message>
            <source>decision     %1  until the plan was proposed (the lab's policy waits 8 s)</source>
            <translation>keputusan    %1  sampai rencana diusulkan (kebijakan lab menunggu 8 dtk)</translation>
        </message>
        <message>
            <source>action       %1  until no reachable edge sent the region a request</source>
            <translation>tindakan     %1  sampai tak ada edge terjangkau yang mengirim permintaan ke wilayah itu</translation>
        </message>
        <message>
            <source>total        %1  from the failure</source>
            <translation>seluruhnya   %1  sejak kegagalan</translation>
        </message>
        <message>
            <source>restoring    %1  from the repair to whole traffic</source>
            <translation>pemulihan    %1  dari perbaikan sampai lalu lintas penuh</translation>
        </message>
        <message>
            <source>LAB: simulated regions; %1 is about to fail. Nothing here is real but the engines.</source>
            <translation>LAB: wilayah simulasi; %1 akan segera gagal. Tidak ada yang nyata di sini selain mesinnya.</translation>
        </message>
        <message>
            <source>refused: %1 holds a journal already; the demonstration begins a new one</source>
            <translation>ditolak: %1 sudah berisi jurnal; peragaan memulai yang baru</translation>
        </message>
        <message>
            <source>refused: this fleet is no lab, and the demonstration breaks a region</source>
            <translation>ditolak: armada ini bukan lab, dan peragaan merusak sebuah wilayah</translation>
        </message>
        <message>
            <source>the pictures of “%1” cannot be written into %2</source>
            <translation>gambar “%1” tidak dapat ditulis ke %2</translation>
        </message>
    </context>
    <context>
        <name>siaga::Follower</name>
        <message>
            <source>the Siaga that runs there is version %1, and this is %2</source>
            <translation>Siaga yang berjalan di sana versi %1, dan ini %2</translation>
        </message>
        <message>
            <source>Start the console of that version, or end that Siaga and start it again with this one.</source>
            <translation>Jalankan konsol versi itu, atau akhiri Siaga itu dan jalankan lagi dengan yang ini.</translation>
        </message>
        <message>
            <source>the Siaga at %1 does not answer</source>
            <translation>Siaga di %1 tidak menjawab</translation>
        </message>
        <message>
            <source>It may be stopped or stuck: look at its process, and end it if need be.</source>
            <translation>Mungkin ia terhenti atau macet: lihat prosesnya, dan akhiri bila perlu.</translation>
        </message>
        <message>
            <source>the socket belongs to another user</source>
            <translation>soket itu milik pengguna lain</translation>
        </message>
        <message>
            <source>what it says is not understood</source>
            <translation>yang dikatakannya tidak dipahami</translation>
        </message>
        <message>
            <source>the Siaga there ended the connection</source>
            <translation>Siaga di sana memutus sambungan</translation>
        </message>
    </context>
    <context>
        <name>siaga::HealthCommand</name>
        <message>
            <source>nothing seen yet</source>
            <translation>belum ada yang terlihat</translation>
        </message>
    </context>
    <context>
        <name>siaga::Instance</name>
        <message>
            <source>Use the Siaga that has it, or end that one, or name another folder with --data.</source>
            <translation>Pakai Siaga yang memegangnya, atau akhiri yang itu, atau sebutkan folder lain dengan --data.</translation>
        </message>
        <message>
            <source>“siaga audit verify” names the first bad record. Keep the file; to go on without it, name another folder with --data.</source>
            <translation>“siaga audit verify” menyebutkan catatan rusak yang pertama. Simpan berkasnya; untuk melanjutkan tanpanya, sebutkan folder lain dengan --data.</translation>
        </message>
        <message>
            <source>Start the newer Siaga, or name another folder with --data.</source>
            <translation>Jalankan Siaga yang lebih baru, atau sebutkan folder lain dengan --data.</translation>
        </message>
        <message>
            <source>Name a folder on a disk of this machine with --data.</source>
            <translation>Sebutkan folder pada cakram mesin ini dengan --data.</translation>
        </message>
        <message>
            <source>Correct the file's owner and mode, or name another folder with --data.</source>
            <translation>Perbaiki pemilik dan mode berkas itu, atau sebutkan folder lain dengan --data.</translation>
        </message>
        <message>
            <source>The file was left as it is. To go on without it, name another folder with --data.</source>
            <translation>Berkas dibiarkan apa adanya. Untuk melanjutkan tanpanya, sebutkan folder lain dengan --data.</translation>
        </message>
        <message>
            <source>the journal cannot be written, so nothing is done any more: %1</source>
            <translation>jurnal tidak dapat ditulis, jadi tidak ada lagi yang dilakukan: %1</translation>
        </message>
        <message>
            <source>Siaga stopped itself after a fault of its own: %1</source>
            <translation>Siaga menghentikan diri setelah kesalahannya sendiri: %1</translation>
        </message>
        <message>
            <source>from the notification</source>
            <translation>dari pemberitahuan</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>Akui</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Buka</translation>
        </message>
    </context>
    <context>
        <name>siaga::LabCommand</name>
        <message>
            <source>instances of the service die; magnitude is the share of them</source>
            <translation>instans layanan mati; magnitude adalah porsinya</translation>
        </message>
        <message>
            <source>the service answers magnitude times slower</source>
            <translation>layanan menjawab magnitude kali lebih lambat</translation>
        </message>
        <message>
            <source>a share of requests and health checks fails; magnitude is the share</source>
            <translation>sebagian permintaan dan pemeriksaan kesehatan gagal; magnitude adalah porsinya</translation>
        </message>
        <message>
            <source>a share of requests fails while the health check says that all is well</source>
            <translation>sebagian permintaan gagal sementara pemeriksaan kesehatan mengatakan semua baik</translation>
        </message>
        <message>
            <source>the service answers status 200 with an error page</source>
            <translation>layanan menjawab status 200 dengan halaman galat</translation>
        </message>
        <message>
            <source>the service dies and comes back, half a period each</source>
            <translation>layanan mati dan kembali, masing-masing setengah period</translation>
        </message>
        <message>
            <source>everything in the region dies, its edge too</source>
            <translation>semua yang ada di wilayah itu mati, juga edge-nya</translation>
        </message>
        <message>
            <source>the edge is gone; when it comes back it has forgotten what it was told</source>
            <translation>edge hilang; saat kembali ia lupa apa yang diperintahkan</translation>
        </message>
        <message>
            <source>the edge is restarted in a moment, and forgets what it was told</source>
            <translation>edge dimulai ulang seketika, dan lupa apa yang diperintahkan</translation>
        </message>
        <message>
            <source>the edge can be read but refuses every change</source>
            <translation>edge dapat dibaca tetapi menolak setiap perubahan</translation>
        </message>
        <message>
            <source>a share of the edge's answers is lost after they took effect; magnitude is the share</source>
            <translation>sebagian jawaban edge hilang setelah berlaku; magnitude adalah porsinya</translation>
        </message>
        <message>
            <source>the edge answers magnitude seconds later</source>
            <translation>edge menjawab magnitude detik lebih lambat</translation>
        </message>
        <message>
            <source>the edge cannot reach the region; magnitude is the share of its requests</source>
            <translation>edge tidak dapat menjangkau wilayah; magnitude adalah porsi permintaannya</translation>
        </message>
        <message>
            <source>somebody sets one weight by hand, once</source>
            <translation>seseorang mengubah satu bobot dengan tangan, sekali</translation>
        </message>
        <message>
            <source>Siaga cannot reach the region; nobody else minds</source>
            <translation>Siaga tidak dapat menjangkau wilayah; yang lain tidak terganggu</translation>
        </message>
        <message>
            <source>Siaga cannot reach the edge; nobody else minds</source>
            <translation>Siaga tidak dapat menjangkau edge; yang lain tidak terganggu</translation>
        </message>
        <message>
            <source>Siaga reaches nothing, nor the canaries outside</source>
            <translation>Siaga tidak menjangkau apa pun, juga kenari di luar</translation>
        </message>
        <message>
            <source>Siaga loses a share of all that it sends and receives; magnitude is the share</source>
            <translation>Siaga kehilangan sebagian dari semua yang dikirim dan diterimanya; magnitude adalah porsinya</translation>
        </message>
        <message>
            <source>Siaga cannot even start its checks of the region</source>
            <translation>Siaga bahkan tidak dapat memulai pemeriksaannya atas wilayah itu</translation>
        </message>
        <message>
            <source>refused: this is no lab, and real servers are broken by other means; the lab beside it takes --lab</source>
            <translation>ditolak: ini bukan lab, dan server nyata dirusak dengan cara lain; lab di sampingnya memakai --lab</translation>
        </message>
        <message>
            <source>refused: %1</source>
            <translation>ditolak: %1</translation>
        </message>
        <message>
            <source>Also magnitude=0.5 and for=30s, where they make sense. heal mends everything.</source>
            <translation>Juga magnitude=0.5 dan for=30s, bila masuk akal. heal memulihkan semuanya.</translation>
        </message>
        <message>
            <source>%1  %2: %3 (%4)</source>
            <comment>number, how long, what, its call</comment>
            <translation>%1  %2: %3 (%4)</translation>
        </message>
        <message>
            <source>nothing is broken in the lab</source>
            <translation>tidak ada yang rusak di lab</translation>
        </message>
        <message>
            <source>lab takes fault, with what is to break, heal, or faults; siaga lab fault --list names what can break</source>
            <translation>lab menerima fault, dengan yang hendak dirusakkan, heal, atau faults; siaga lab fault --list menyebutkan yang dapat dirusakkan</translation>
        </message>
    </context>
    <context>
        <name>siaga::OpenCommand</name>
        <message>
            <source>%1 is no link of Siaga; one looks like siaga://alert/17</source>
            <translation>%1 bukan tautan Siaga; tautan tampak seperti siaga://alert/17</translation>
        </message>
        <message>
            <source>no window is open on this data</source>
            <translation>tidak ada jendela yang terbuka pada data ini</translation>
        </message>
    </context>
    <context>
        <name>siaga::OrderCommand</name>
        <message>
            <source>%1 takes a number, as status prints it, not “%2”</source>
            <translation>%1 menerima nomor, seperti yang dicetak status, bukan “%2”</translation>
        </message>
        <message>
            <source>refused: plan %1 has another hash; read it again</source>
            <translation>ditolak: rencana %1 punya hash lain; baca lagi</translation>
        </message>
        <message>
            <source>alert %1 is yours</source>
            <translation>peringatan %1 milik Anda</translation>
        </message>
        <message>
            <source>plan %1 is approved</source>
            <translation>rencana %1 disetujui</translation>
        </message>
        <message>
            <source>every running plan holds</source>
            <translation>setiap rencana yang berjalan ditahan</translation>
        </message>
        <message>
            <source>plan %1 holds</source>
            <translation>rencana %1 ditahan</translation>
        </message>
        <message>
            <source>plan %1 goes on</source>
            <translation>rencana %1 berlanjut</translation>
        </message>
        <message>
            <source>plan %1 is given up; nothing new of it is commanded but its way back</source>
            <translation>rencana %1 dibatalkan; tidak ada hal baru darinya yang diperintahkan selain jalan kembalinya</translation>
        </message>
        <message>
            <source>automation is stopped, until somebody lifts it: siaga lift</source>
            <translation>otomatisasi dihentikan, sampai ada yang mencabutnya: siaga lift</translation>
        </message>
        <message>
            <source>the stop is lifted; plans that hold stay held until somebody resumes them</source>
            <translation>penghentian dicabut; rencana yang ditahan tetap ditahan sampai ada yang melanjutkannya</translation>
        </message>
    </context>
    <context>
        <name>siaga::PlanCommand</name>
        <message>
            <source>--confirm says %1, the plan is for %2</source>
            <translation>--confirm menyebut %1, rencana ini untuk %2</translation>
        </message>
        <message>
            <source>, now %1</source>
            <translation>, kini %1</translation>
        </message>
        <message>
            <source> (if it can be reached)</source>
            <translation> (jika terjangkau)</translation>
        </message>
        <message>
            <source> (no way back from here)</source>
            <translation> (tak ada jalan kembali dari sini)</translation>
        </message>
        <message>
            <source>hash %1</source>
            <translation>hash %1</translation>
        </message>
        <message>
            <source>to run it: %1</source>
            <translation>untuk menjalankannya: %1</translation>
        </message>
        <message>
            <source>--confirm needs --hash, as printed above</source>
            <translation>--confirm memerlukan --hash, seperti tercetak di atas</translation>
        </message>
        <message>
            <source>refused: the plan above has another hash; read it again</source>
            <translation>ditolak: rencana di atas memiliki hash lain; baca lagi</translation>
        </message>
        <message>
            <source>--to takes a percentage from 0 up to, but not including, 100, with one decimal at most</source>
            <translation>--to menerima persentase dari 0 sampai kurang dari 100, dengan paling banyak satu desimal</translation>
        </message>
    </context>
    <context>
        <name>siaga::StatusCommand</name>
        <message>
            <source>no Siaga is running on this data: nobody watches. This was looked at just now; plans and alerts are as the journal left them, and nothing was recorded or done.</source>
            <translation>tidak ada Siaga yang berjalan pada data ini: tidak ada yang memantau. Ini baru saja dilihat; rencana dan peringatan seperti yang ditinggalkan jurnal, dan tidak ada yang dicatat atau dilakukan.</translation>
        </message>
        <message>
            <source>socket: %1</source>
            <comment>where consoles and commands reach it</comment>
            <translation>soket: %1</translation>
        </message>
    </context>
    <context>
        <name>siaga::TonePlayer</name>
        <message>
            <source>%1 ended with %2</source>
            <translation>%1 berakhir dengan %2</translation>
        </message>
        <message>
            <source>no player of sounds: install pipewire-bin, pulseaudio-utils or alsa-utils</source>
            <translation>tidak ada pemutar bunyi: pasang pipewire-bin, pulseaudio-utils, atau alsa-utils</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::AlertAnnouncer</name>
        <message>
            <source>No new alert</source>
            <translation>Tidak ada peringatan baru</translation>
        </message>
        <message>
            <source>New, %1: %2</source>
            <comment>severity, alert</comment>
            <translation>Baru, %1: %2</translation>
        </message>
        <message numerus="yes">
            <source>%n new, the worst %1: %2</source>
            <translation>
                <numerusform>%n baru, yang terburuk %1: %2</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>siaga::views::AlertDelegate</name>
        <message>
            <source>hide</source>
            <translation>sembunyikan</translation>
        </message>
        <message>
            <source>show</source>
            <translation>tampilkan</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::AlertFeed</name>
        <message>
            <source>Alerts</source>
            <translation>Peringatan</translation>
        </message>
        <message>
            <source>worst first</source>
            <translation>terburuk di atas</translation>
        </message>
        <message>
            <source>Alerts, worst first</source>
            <translation>Peringatan, terburuk di atas</translation>
        </message>
        <message>
            <source>No open alerts</source>
            <translation>Tidak ada peringatan terbuka</translation>
        </message>
        <message>
            <source>What a check finds wrong appears here, worst first.</source>
            <translation>Masalah yang ditemukan pemeriksaan tampil di sini, terburuk di atas.</translation>
        </message>
        <message>
            <source>%1 new ↑</source>
            <translation>%1 baru ↑</translation>
        </message>
        <message>
            <source>New order ↑</source>
            <translation>Urutan baru ↑</translation>
        </message>
        <message>
            <source>New alerts: %1, the worst %2. Key N shows them.</source>
            <translation>Peringatan baru: %1, terburuk %2. Tombol N menampilkannya.</translation>
        </message>
        <message>
            <source>the worst of them, %1 more are open</source>
            <translation>yang terburuk di antaranya, %1 lagi terbuka</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::AlertRows</name>
        <message>
            <source>+%1 behind it</source>
            <translation>+%1 di baliknya</translation>
        </message>
        <message>
            <source>over</source>
            <translation>selesai</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::AuditFilters</name>
        <message>
            <source>Text   /</source>
            <translation>Teks   /</translation>
        </message>
        <message>
            <source>Show the records that hold this text</source>
            <translation>Tampilkan catatan yang memuat teks ini</translation>
        </message>
        <message>
            <source>Who did it</source>
            <translation>Siapa pelakunya</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>Siapa saja</translation>
        </message>
        <message>
            <source>Kind of records</source>
            <translation>Jenis catatan</translation>
        </message>
        <message>
            <source>Every kind</source>
            <translation>Semua jenis</translation>
        </message>
        <message>
            <source>When it happened</source>
            <translation>Kapan terjadi</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>Kapan saja</translation>
        </message>
        <message>
            <source>Last hour</source>
            <translation>Satu jam terakhir</translation>
        </message>
        <message>
            <source>Last 24 hours</source>
            <translation>24 jam terakhir</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hari ini</translation>
        </message>
        <message>
            <source>From … to …</source>
            <translation>Dari … sampai …</translation>
        </message>
        <message>
            <source>from</source>
            <translation>dari</translation>
        </message>
        <message>
            <source>The first moment</source>
            <translation>Saat pertama</translation>
        </message>
        <message>
            <source>to</source>
            <translation>sampai</translation>
        </message>
        <message>
            <source>The moment behind the last</source>
            <translation>Saat sesudah yang terakhir</translation>
        </message>
        <message>
            <source>in UTC</source>
            <translation>dalam UTC</translation>
        </message>
        <message>
            <source>in local time</source>
            <translation>dalam waktu setempat</translation>
        </message>
        <message>
            <source>A time looks like 2026-11-26 02:13:45 or 02:13</source>
            <translation>Waktu ditulis seperti 2026-11-26 02:13:45 atau 02:13</translation>
        </message>
        <message>
            <source>%1, such as 2026-11-26 02:13 or 02:13; empty: no end</source>
            <comment>in UTC</comment>
            <translation>%1, seperti 2026-11-26 02:13 atau 02:13; kosong: tanpa batas</translation>
        </message>
        <message>
            <source>about %1  ✕</source>
            <translation>tentang %1  ✕</translation>
        </message>
        <message>
            <source>Only about %1; press to show all</source>
            <translation>Hanya tentang %1; tekan untuk menampilkan semua</translation>
        </message>
        <message>
            <source>engine %1</source>
            <translation>mesin %1</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::AuditPage</name>
        <message>
            <source>Records</source>
            <translation>Catatan</translation>
        </message>
        <message>
            <source>newest first</source>
            <translation>terbaru dahulu</translation>
        </message>
        <message>
            <source>Records, newest first</source>
            <translation>Catatan, terbaru dahulu</translation>
        </message>
        <message>
            <source>Stop searching</source>
            <translation>Hentikan pencarian</translation>
        </message>
        <message>
            <source>Copy as command</source>
            <translation>Salin sebagai perintah</translation>
        </message>
        <message>
            <source>Copy the command that prints what the filters show</source>
            <translation>Salin perintah yang mencetak yang ditampilkan saringan</translation>
        </message>
        <message>
            <source>%1 new ↑</source>
            <translation>%1 baru ↑</translation>
        </message>
        <message>
            <source>New records: %1. Key N shows them.</source>
            <translation>Catatan baru: %1. Tombol N menampilkannya.</translation>
        </message>
        <message>
            <source>newest first, up to record %1</source>
            <translation>terbaru dahulu, sampai catatan %1</translation>
        </message>
        <message>
            <source>searching: %1 of %2 records looked at, %3 found, %4</source>
            <translation>mencari: %1 dari %2 catatan dilihat, %3 ditemukan, %4</translation>
        </message>
        <message>
            <source>stopped after %1 of %2 records: %3 shown, there may be more</source>
            <translation>berhenti setelah %1 dari %2 catatan: %3 ditampilkan, mungkin ada lagi</translation>
        </message>
        <message>
            <source>%1 records at hand; scrolling brings more, Home the newest, End the oldest</source>
            <translation>%1 catatan siap; gulir untuk yang berikutnya, Home yang terbaru, End yang terlama</translation>
        </message>
        <message>
            <source>all %1 records that match</source>
            <translation>semua %1 catatan yang cocok</translation>
        </message>
        <message>
            <source>The journal cannot be read now</source>
            <translation>Jurnal tidak dapat dibaca sekarang</translation>
        </message>
        <message>
            <source>It is asked again as soon as the core says something.</source>
            <translation>Ditanya lagi begitu inti memberi kabar.</translation>
        </message>
        <message>
            <source>Reading the journal</source>
            <translation>Membaca jurnal</translation>
        </message>
        <message>
            <source>Nothing found before the search was stopped</source>
            <translation>Tidak ada yang ditemukan sebelum pencarian dihentikan</translation>
        </message>
        <message>
            <source>There may be matching records further back.</source>
            <translation>Mungkin ada catatan yang cocok lebih jauh ke belakang.</translation>
        </message>
        <message>
            <source>No record matches</source>
            <translation>Tidak ada catatan yang cocok</translation>
        </message>
        <message>
            <source>All of them were looked at. Widen the time or the kind, or look for another text.</source>
            <translation>Semuanya sudah dilihat. Perluas waktu atau jenisnya, atau cari teks lain.</translation>
        </message>
        <message>
            <source>The journal is empty</source>
            <translation>Jurnal kosong</translation>
        </message>
        <message>
            <source>Whatever Siaga sees, decides and does is written there, and appears here.</source>
            <translation>Apa pun yang dilihat, diputuskan, dan dilakukan Siaga ditulis di sana, dan tampil di sini.</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Audit</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::AuditRows</name>
        <message>
            <source>When</source>
            <translation>Kapan</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Siapa</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Apa</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Mengapa</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Catatan</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::BannerStack</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::BreakerCards</name>
        <message>
            <source>Breakers, worst first in their groups</source>
            <translation>Pemutus, terburuk dulu dalam kelompoknya</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>status: all of it</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1, shown</source>
            <translation>%1, ditampilkan</translation>
        </message>
        <message>
            <source>%1, not shown</source>
            <translation>%1, tidak ditampilkan</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>all of it, its trend</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Breakers</source>
            <translation>Pemutus</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::BreakerDialog</name>
        <message>
            <source>Force %1 open</source>
            <translation>Paksa %1 terbuka</translation>
        </message>
        <message>
            <source>Hold %1 closed</source>
            <translation>Tahan %1 tertutup</translation>
        </message>
        <message>
            <source>Reset %1</source>
            <translation>Setel ulang %1</translation>
        </message>
        <message>
            <source>Force open</source>
            <translation>Paksa terbuka</translation>
        </message>
        <message>
            <source>Hold closed</source>
            <translation>Tahan tertutup</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Setel ulang</translation>
        </message>
        <message>
            <source>It closes and forgets what it counted. A hold of it ends.</source>
            <translation>Ia menutup dan melupakan yang dihitungnya. Penahanannya berakhir.</translation>
        </message>
        <message>
            <source>If the calls still fail, it opens again by itself.</source>
            <translation>Bila panggilan masih gagal, ia terbuka lagi dengan sendirinya.</translation>
        </message>
        <message>
            <source>It stays closed, whatever fails, until the time is over or somebody resets it.</source>
            <translation>Ia tetap tertutup, apa pun yang gagal, sampai waktunya habis atau seseorang menyetelnya ulang.</translation>
        </message>
        <message>
            <source>Siaga then goes on calling a target that may be stuck; its other bounds stay.</source>
            <translation>Siaga lalu tetap memanggil sasaran yang mungkin macet; batas lainnya tetap berlaku.</translation>
        </message>
        <message>
            <source>It raises no alert and proposes nothing in that time.</source>
            <translation>Selama itu ia tidak membuat peringatan dan tidak mengusulkan apa pun.</translation>
        </message>
        <message>
            <source>Siaga makes no rounds to this target until the time is over or somebody resets it.</source>
            <translation>Siaga tidak berkeliling ke sasaran ini sampai waktunya habis atau seseorang menyetelnya ulang.</translation>
        </message>
        <message>
            <source>What it would have seen is unknown then. Plans and their looks are never refused.</source>
            <translation>Yang seharusnya terlihat menjadi tidak diketahui. Rencana dan pengamatannya tidak pernah ditolak.</translation>
        </message>
        <message>
            <source>It stands as open, and its alert is raised, until the time is over or somebody resets it.</source>
            <translation>Ia dianggap terbuka, dan peringatannya dibuat, sampai waktunya habis atau seseorang menyetelnya ulang.</translation>
        </message>
        <message>
            <source>It is observing: no traffic changes.</source>
            <translation>Ia hanya mengamati: tidak ada lalu lintas yang berubah.</translation>
        </message>
        <message>
            <source>It stands as open until the time is over or somebody resets it.</source>
            <translation>Ia dianggap terbuka sampai waktunya habis atau seseorang menyetelnya ulang.</translation>
        </message>
        <message>
            <source>Its effect follows as if it had opened by itself: %1 %2 in %3.</source>
            <comment>it drains service in region</comment>
            <translation>Akibatnya menyusul seolah ia terbuka sendiri: %1 %2 di %3.</translation>
        </message>
        <message>
            <source>Now: %1</source>
            <translation>Sekarang: %1</translation>
        </message>
        <message>
            <source>Why? It stands in the journal; may stay empty.</source>
            <translation>Mengapa? Tercatat di jurnal; boleh kosong.</translation>
        </message>
        <message>
            <source>Why? Everybody reads it on the card.</source>
            <translation>Mengapa? Semua orang membacanya di kartu.</translation>
        </message>
        <message>
            <source>Until it ends by itself:</source>
            <translation>Sampai berakhir sendiri:</translation>
        </message>
        <message>
            <source>ends after %1</source>
            <translation>berakhir setelah %1</translation>
        </message>
        <message>
            <source>24 h</source>
            <translation>24 jam</translation>
        </message>
        <message>
            <source>Type %1 to confirm:</source>
            <translation>Ketik %1 untuk konfirmasi:</translation>
        </message>
        <message>
            <source>Copy as command</source>
            <translation>Salin sebagai perintah</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Urungkan</translation>
        </message>
        <message>
            <source>Asked; the answer is on its way</source>
            <translation>Sudah diminta; jawabannya sedang datang</translation>
        </message>
        <message>
            <source>Write a reason first</source>
            <translation>Tulis alasan dahulu</translation>
        </message>
        <message>
            <source>Choose when it ends first</source>
            <translation>Pilih dulu kapan berakhir</translation>
        </message>
        <message>
            <source>Type the name first</source>
            <translation>Ketik dulu namanya</translation>
        </message>
        <message>
            <source>Done: it is closed and counts anew.</source>
            <translation>Selesai: ia tertutup dan menghitung dari awal.</translation>
        </message>
        <message>
            <source>Done: it is forced open. It is in the journal with your name.</source>
            <translation>Selesai: ia dipaksa terbuka. Tercatat di jurnal dengan nama Anda.</translation>
        </message>
        <message>
            <source>Done: it is held closed. It is in the journal with your name.</source>
            <translation>Selesai: ia ditahan tertutup. Tercatat di jurnal dengan nama Anda.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Refused: %1</source>
            <translation>Ditolak: %1</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::ChoiceRows</name>
        <message>
            <source>not now: %1</source>
            <translation>tidak sekarang: %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>position in a list</comment>
            <translation>%1 dari %2</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::ClockButton</name>
        <message>
            <source>Switches all times between UTC and local</source>
            <translation>Mengganti semua waktu antara UTC dan setempat</translation>
        </message>
        <message>
            <source>Time: %1</source>
            <translation>Waktu: %1</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::CredentialsDialog</name>
        <message>
            <source>being tried…</source>
            <translation>sedang diuji…</translation>
        </message>
        <message>
            <source>refused by its target</source>
            <translation>ditolak sasarannya</translation>
        </message>
        <message>
            <source>It lives in the memory of this run and is gone when Siaga ends.</source>
            <translation>Ia ada di memori kali ini dan hilang saat Siaga berakhir.</translation>
        </message>
        <message>
            <source>It is kept in %1.</source>
            <translation>Ia disimpan di %1.</translation>
        </message>
        <message>
            <source>%1 It was %2.</source>
            <comment>where it is kept; set so long ago</comment>
            <translation>%1 Ia %2.</translation>
        </message>
        <message>
            <source>Credentials</source>
            <translation>Kredensial</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Simpan</translation>
        </message>
        <message>
            <source>For this run only</source>
            <translation>Hanya kali ini</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Keadaan</translation>
        </message>
        <message>
            <source>Used by</source>
            <translation>Dipakai oleh</translation>
        </message>
        <message>
            <source>Credentials: name, state, who uses it</source>
            <translation>Kredensial: nama, keadaan, pemakainya</translation>
        </message>
        <message>
            <source>Ask the keychain again</source>
            <translation>Tanya lagi ring kunci</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Uji</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Hapus…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>This window shows a Siaga that runs elsewhere; credentials are kept there. Type “siaga credential set NAME” where it runs.</source>
            <translation>Jendela ini menampilkan Siaga yang berjalan di tempat lain; kredensial disimpan di sana. Ketik “siaga credential set NAMA” di tempat ia berjalan.</translation>
        </message>
        <message>
            <source>A lab asks no real target, so no credential is used here.</source>
            <translation>Lab tidak bertanya kepada sasaran nyata, jadi tidak ada kredensial yang dipakai di sini.</translation>
        </message>
        <message>
            <source>Nothing in this fleet names a credential. A check or a page of metrics with “credential: NAME” stands here, with who keeps it and whether it works.</source>
            <translation>Tidak ada di armada ini yang menyebut kredensial. Pemeriksaan atau halaman metrik dengan “credential: NAMA” tampil di sini, dengan penyimpannya dan apakah ia berfungsi.</translation>
        </message>
        <message>
            <source>New value of %1; it is not shown</source>
            <translation>Nilai baru %1; tidak ditampilkan</translation>
        </message>
        <message>
            <source>Unlock the keychain…</source>
            <translation>Buka ring kunci…</translation>
        </message>
        <message>
            <source>Keep in %1</source>
            <translation>Simpan di %1</translation>
        </message>
        <message>
            <source>Keep in the keychain</source>
            <translation>Simpan di ring kunci</translation>
        </message>
        <message>
            <source>There is none to choose</source>
            <translation>Tidak ada yang dapat dipilih</translation>
        </message>
        <message>
            <source>The keychain was asked; its answer is on its way</source>
            <translation>Ring kunci sudah ditanya; jawabannya sedang ditunggu</translation>
        </message>
        <message>
            <source>Type the value first</source>
            <translation>Ketik dulu nilainya</translation>
        </message>
        <message>
            <source>There is no keychain in this session</source>
            <translation>Tidak ada ring kunci di sesi ini</translation>
        </message>
        <message>
            <source>The keychain is locked</source>
            <translation>Ring kunci terkunci</translation>
        </message>
        <message>
            <source>It is kept elsewhere</source>
            <translation>Ia disimpan di tempat lain</translation>
        </message>
        <message>
            <source>It is being tried</source>
            <translation>Ia sedang diuji</translation>
        </message>
        <message>
            <source>There is nothing to remove</source>
            <translation>Tidak ada yang dapat dihapus</translation>
        </message>
        <message>
            <source>It is removed from %1. Siaga cannot bring it back.</source>
            <translation>Ia dihapus dari %1. Siaga tidak dapat mengembalikannya.</translation>
        </message>
        <message>
            <source>These are not run until it is set again: %1.</source>
            <translation>Ini tidak dijalankan sampai ia disetel lagi: %1.</translation>
        </message>
        <message>
            <source>Remove %1?</source>
            <translation>Hapus %1?</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Hapus</translation>
        </message>
        <message>
            <source>%1 is removed.</source>
            <translation>%1 dihapus.</translation>
        </message>
        <message>
            <source>%1 is in the memory of this run. It is gone when Siaga ends.</source>
            <translation>%1 ada di memori kali ini. Ia hilang saat Siaga berakhir.</translation>
        </message>
        <message>
            <source>%1 is kept in %2.</source>
            <translation>%1 disimpan di %2.</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::ExportDialog</name>
        <message>
            <source>Export records</source>
            <translation>Ekspor catatan</translation>
        </message>
        <message>
            <source>The mode, the range and the journal's head stand in the file's first line.</source>
            <translation>Mode, rentang, dan kepala jurnal ada di baris pertama berkas.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Urungkan</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Ekspor</translation>
        </message>
        <message>
            <source>What the filters show: %1</source>
            <translation>Yang ditampilkan saringan: %1</translation>
        </message>
        <message>
            <source>All records</source>
            <translation>Semua catatan</translation>
        </message>
        <message>
            <source>JSON lines: the very bytes that are hashed, one record a line</source>
            <translation>Baris JSON: persis byte yang di-hash, satu catatan per baris</translation>
        </message>
        <message>
            <source>CSV: for a spreadsheet, with sentences</source>
            <translation>CSV: untuk lembar kerja, dengan kalimat</translation>
        </message>
        <message>
            <source>File to write</source>
            <translation>Berkas yang ditulis</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>Telusuri…</translation>
        </message>
        <message>
            <source>Into the file</source>
            <translation>Ke berkas</translation>
        </message>
        <message>
            <source>Name a file</source>
            <translation>Sebutkan berkas</translation>
        </message>
        <message>
            <source>That folder does not exist</source>
            <translation>Folder itu tidak ada</translation>
        </message>
        <message>
            <source>Replace the file</source>
            <translation>Ganti berkasnya</translation>
        </message>
        <message>
            <source>In the form</source>
            <translation>Bentuknya</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::FaultsMenu</name>
        <message>
            <source>Break something in the lab</source>
            <translation>Rusakkan sesuatu di lab</translation>
        </message>
        <message>
            <source>%1: where?</source>
            <translation>%1: di mana?</translation>
        </message>
        <message>
            <source>What shall break in the lab? Nothing real is touched</source>
            <translation>Apa yang hendak dirusakkan di lab? Tidak ada yang nyata tersentuh</translation>
        </message>
        <message>
            <source>Enter breaks it · Esc goes back</source>
            <translation>Enter merusakkannya · Esc kembali</translation>
        </message>
        <message>
            <source>Enter chooses · Esc closes · everything here is simulated</source>
            <translation>Enter memilih · Esc menutup · semua di sini disimulasikan</translation>
        </message>
        <message>
            <source>The lab has nothing of that name</source>
            <translation>Lab tidak punya yang bernama itu</translation>
        </message>
        <message>
            <source>Delete a letter, or press Esc.</source>
            <translation>Hapus satu huruf, atau tekan Esc.</translation>
        </message>
        <message>
            <source>Broken now; choose one to heal it</source>
            <translation>Sedang rusak; pilih satu untuk memulihkannya</translation>
        </message>
        <message>
            <source>since %1 · %2</source>
            <translation>sejak %1 · %2</translation>
        </message>
        <message>
            <source>broken</source>
            <translation>rusak</translation>
        </message>
        <message>
            <source>heal</source>
            <translation>pulihkan</translation>
        </message>
        <message>
            <source>Heal everything</source>
            <translation>Pulihkan semuanya</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>Rusakkan</translation>
        </message>
        <message>
            <source>edge</source>
            <translation>edge</translation>
        </message>
        <message>
            <source>service</source>
            <translation>layanan</translation>
        </message>
        <message>
            <source>region</source>
            <translation>wilayah</translation>
        </message>
        <message>
            <source>Siaga</source>
            <translation>Siaga</translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <comment>service, region</comment>
            <translation>%1 di %2</translation>
        </message>
        <message>
            <source>at %1</source>
            <comment>an edge</comment>
            <translation>di %1</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::GuideCard</name>
        <message>
            <source>Step %1 of %2</source>
            <translation>Langkah %1 dari %2</translation>
        </message>
        <message>
            <source>Not begun</source>
            <translation>Belum dimulai</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>Panduan</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>what was measured, how long</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::Header</name>
        <message>
            <source>Stop automation…</source>
            <translation>Hentikan otomatisasi…</translation>
        </message>
        <message>
            <source>Open, %1: %2</source>
            <comment>severity, how many alerts</comment>
            <translation>Terbuka, %1: %2</translation>
        </message>
        <message>
            <source>Lift the stop…</source>
            <translation>Cabut penghentian…</translation>
        </message>
        <message>
            <source>Watch your own servers…</source>
            <translation>Pantau server Anda sendiri…</translation>
        </message>
        <message>
            <source>Faults…</source>
            <translation>Gangguan…</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Cari</translation>
        </message>
        <message>
            <source>Mode, fleet, open alerts, clock</source>
            <translation>Mode, armada, peringatan terbuka, jam</translation>
        </message>
        <message>
            <source>Fleet from: %1</source>
            <translation>Armada dari: %1</translation>
        </message>
        <message>
            <source>Faults: %1</source>
            <translation>Gangguan: %1</translation>
        </message>
        <message>
            <source>Faults in the lab; %1 hold now</source>
            <translation>Gangguan di lab; %1 berlaku sekarang</translation>
        </message>
        <message>
            <source>Break something in the lab</source>
            <translation>Rusakkan sesuatu di lab</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>severity: note</comment>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::HoldDialog</name>
        <message>
            <source>All plans hold</source>
            <translation>Semua rencana ditahan</translation>
        </message>
        <message>
            <source>No plan is running.</source>
            <translation>Tidak ada rencana yang berjalan.</translation>
        </message>
        <message>
            <source>Nothing new is commanded. What was already on its way comes to its end and is looked at.</source>
            <translation>Tidak ada perintah baru. Yang sudah di jalan diselesaikan lalu dilihat hasilnya.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Lanjutkan</translation>
        </message>
        <message>
            <source>Abort</source>
            <translation>Batalkan</translation>
        </message>
        <message>
            <source>The plan is %1</source>
            <translation>Rencana ini %1</translation>
        </message>
        <message>
            <source>Resume %1</source>
            <translation>Lanjutkan: %1</translation>
        </message>
        <message>
            <source>Abort %1</source>
            <translation>Batalkan: %1</translation>
        </message>
        <message>
            <source>These are the plans of now; the window behind shows the past. Nothing new is commanded. What was already on its way comes to its end and is looked at.</source>
            <translation>Ini rencana saat ini; jendela di belakang menampilkan masa lalu. Tidak ada perintah baru. Yang sudah di jalan diselesaikan lalu dilihat hasilnya.</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::IncidentLine</name>
        <message>
            <source>nobody yet</source>
            <translation>belum ada</translation>
        </message>
        <message>
            <source>owner %1</source>
            <translation>pemegang %1</translation>
        </message>
        <message>
            <source>RTO left %1</source>
            <translation>sisa RTO %1</translation>
        </message>
        <message>
            <source>next: %1</source>
            <translation>berikutnya: %1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>owner</source>
            <translation>pemegang</translation>
        </message>
        <message>
            <source>RTO left</source>
            <translation>sisa RTO</translation>
        </message>
        <message>
            <source>Selects the region</source>
            <translation>Memilih wilayah itu</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::Inspector</name>
        <message>
            <source>Acknowledge</source>
            <translation>Akui</translation>
        </message>
        <message>
            <source>Review and approve…</source>
            <translation>Tinjau dan setujui…</translation>
        </message>
        <message>
            <source>Take out of traffic…</source>
            <translation>Keluarkan dari lalu lintas…</translation>
        </message>
        <message>
            <source>Restore…</source>
            <translation>Pulihkan…</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>Tahan</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Lanjutkan</translation>
        </message>
        <message>
            <source>Abort…</source>
            <translation>Batalkan…</translation>
        </message>
        <message>
            <source>Open runbook</source>
            <translation>Buka buku panduan</translation>
        </message>
        <message>
            <source>Copy as command</source>
            <translation>Salin sebagai perintah</translation>
        </message>
        <message>
            <source>Force open…</source>
            <translation>Paksa terbuka…</translation>
        </message>
        <message>
            <source>Hold closed…</source>
            <translation>Tahan tertutup…</translation>
        </message>
        <message>
            <source>Reset…</source>
            <translation>Setel ulang…</translation>
        </message>
        <message>
            <source>What is selected</source>
            <translation>Yang dipilih</translation>
        </message>
        <message>
            <source>Show its history</source>
            <translation>Tampilkan riwayatnya</translation>
        </message>
        <message>
            <source>As JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>As link</source>
            <translation>Tautan</translation>
        </message>
        <message>
            <source>Copy as JSON</source>
            <translation>Salin sebagai JSON</translation>
        </message>
        <message>
            <source>Copy as a link</source>
            <translation>Salin sebagai tautan</translation>
        </message>
        <message>
            <source>Show as tables</source>
            <translation>Tampilkan sebagai tabel</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::KeysDialog</name>
        <message>
            <source>Keys</source>
            <translation>Tombol</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>a key and what it does</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
        <message>
            <source>On this page</source>
            <translation>Di halaman ini</translation>
        </message>
        <message>
            <source>With what is selected</source>
            <translation>Dengan yang dipilih</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>Di mana saja</translation>
        </message>
        <message>
            <source>On other pages</source>
            <translation>Di halaman lain</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::LaneChart</name>
        <message>
            <source>Steps of the plan over time</source>
            <translation>Langkah rencana menurut waktu</translation>
        </message>
        <message>
            <source>%1, from %2 to %3</source>
            <translation>%1, dari %2 sampai %3</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>no way back from here</source>
            <translation>tak ada jalan kembali dari sini</translation>
        </message>
        <message>
            <source>step</source>
            <translation>langkah</translation>
        </message>
        <message>
            <source>state</source>
            <translation>keadaan</translation>
        </message>
        <message>
            <source>from</source>
            <translation>dari</translation>
        </message>
        <message>
            <source>to</source>
            <translation>sampai</translation>
        </message>
        <message>
            <source>note</source>
            <translation>keterangan</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>siaga::views::MainWindow</name>
        <message>
            <source>Now</source>
            <translation>Kini</translation>
        </message>
        <message>
            <source>Abort “%1”?</source>
            <translation>Batalkan “%1”?</translation>
        </message>
        <message>
            <source>Abort this plan</source>
            <translation>Batalkan rencana ini</translation>
        </message>
        <message>
            <source>From this moment on nothing new of it is commanded.</source>
            <translation>Mulai saat ini tidak ada perintah baru darinya.</translation>
        </message>
        <message>
            <source>Step %1, %2: %3</source>
            <translation>Langkah %1, %2: %3</translation>
        </message>
        <message>
            <source>None of its steps has changed anything yet.</source>
            <translation>Belum ada langkahnya yang mengubah sesuatu.</translation>
        </message>
        <message>
            <source>Lift the stop?</source>
            <translation>Cabut penghentian?</translation>
        </message>
        <message>
            <source>Lift the stop</source>
            <translation>Cabut penghentian</translation>
        </message>
        <message>
            <source>Policies may propose and run plans again, from now on.</source>
            <translation>Mulai sekarang kebijakan boleh mengusulkan dan menjalankan rencana lagi.</translation>
        </message>
        <message>
            <source>Plans that hold stay held until somebody resumes them.</source>
            <translation>Rencana yang ditahan tetap ditahan sampai seseorang melanjutkannya.</translation>
        </message>
        <message>
            <source>Stop automation?</source>
            <translation>Hentikan otomatisasi?</translation>
        </message>
        <message>
            <source>Stop automation</source>
            <translation>Hentikan otomatisasi</translation>
        </message>
        <message>
            <source>Why? It stands on every window.</source>
            <translation>Mengapa? Alasan ini tampil di setiap jendela.</translation>
        </message>
        <message>
            <source>No policy starts a plan any more, and running plans hold at their next safe point.</source>
            <translation>Tidak ada lagi kebijakan yang memulai rencana, dan rencana yang berjalan ditahan di titik aman berikutnya.</translation>
        </message>
        <message>
            <source>Observing, alerting and what people ask for go on. Only a person can lift it again.</source>
            <translation>Pemantauan, peringatan, dan permintaan orang tetap berjalan. Hanya orang yang dapat mencabutnya.</translation>
        </message>
        <message>
            <source>Close while plans run?</source>
            <translation>Tutup selagi rencana berjalan?</translation>
        </message>
        <message>
            <source>Close Siaga</source>
            <translation>Tutup Siaga</translation>
        </message>
        <message>
            <source>Siaga watches and acts only while it runs.</source>
            <translation>Siaga memantau dan bertindak hanya selama ia berjalan.</translation>
        </message>
        <message>
            <source>“%1” stops where it stands: nothing new of it is commanded, and nothing is undone.</source>
            <translation>“%1” berhenti di tempatnya: tidak ada hal baru darinya yang diperintahkan, dan tidak ada yang dibatalkan.</translation>
        </message>
        <message>
            <source>Started again on the same data, Siaga looks at what is there and goes on with it by itself. To keep it from going on, hold it first.</source>
            <translation>Bila dijalankan lagi pada data yang sama, Siaga melihat apa yang ada dan melanjutkannya sendiri. Agar tidak berlanjut, tahan dulu.</translation>
        </message>
        <message>
            <source>This lab is kept in memory only: its plans and its journal end with this window.</source>
            <translation>Lab ini hanya disimpan di memori: rencana dan jurnalnya berakhir bersama jendela ini.</translation>
        </message>
        <message>
            <source>Protect</source>
            <translation>Lindungi</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Audit</translation>
        </message>
        <message>
            <source>%1 leads nowhere here: it is gone, or of another Siaga</source>
            <comment>a link</comment>
            <translation>%1 tidak menuju ke mana pun di sini: sudah tidak ada, atau milik Siaga lain</translation>
        </message>
        <message>
            <source>This moment cannot be shown: record %1 is damaged (%2)</source>
            <translation>Saat itu tidak dapat ditampilkan: catatan %1 rusak (%2)</translation>
        </message>
        <message>
            <source>This moment cannot be shown: the journal cannot be read at the moment</source>
            <translation>Saat itu tidak dapat ditampilkan: jurnal sedang tidak dapat dibaca</translation>
        </message>
        <message>
            <source>This is %1, record %2: %3.</source>
            <comment>time, number, what happened</comment>
            <translation>Ini %1, catatan %2: %3.</translation>
        </message>
        <message>
            <source>This is %1, %2 after record %3: %4.</source>
            <comment>time, duration, number, what happened</comment>
            <translation>Ini %1, %2 setelah catatan %3: %4.</translation>
        </message>
        <message>
            <source>%1 What was only seen then, such as traffic and demand, is not kept.</source>
            <translation>%1 Yang waktu itu hanya dilihat, seperti lalu lintas dan permintaan, tidak disimpan.</translation>
        </message>
        <message>
            <source>Back to live</source>
            <translation>Ke saat ini</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::NavigationRail</name>
        <message>
            <source>Pages</source>
            <translation>Halaman</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::NewFleetDialog</name>
        <message>
            <source>Watch your own servers</source>
            <translation>Pantau server Anda sendiri</translation>
        </message>
        <message>
            <source>A fleet file is made of a few answers and of what HAProxy says. It only watches: nothing is moved until you say so in the file.</source>
            <translation>Berkas armada dibuat dari beberapa jawaban dan dari yang dikatakan HAProxy. Ia hanya memantau: tidak ada yang dipindahkan sampai Anda mengatakannya di berkas itu.</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>Jawaban</translation>
        </message>
        <message>
            <source>What is still missing</source>
            <translation>Yang masih kurang</translation>
        </message>
        <message>
            <source>Copy the next command</source>
            <translation>Salin perintah berikutnya</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Urungkan</translation>
        </message>
        <message>
            <source>Write the file</source>
            <translation>Tulis berkasnya</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Berkas</translation>
        </message>
        <message>
            <source>File to write</source>
            <translation>Berkas yang ditulis</translation>
        </message>
        <message>
            <source>The file as it would be written</source>
            <translation>Berkas seperti yang akan ditulis</translation>
        </message>
        <message>
            <source>Being written</source>
            <translation>Sedang ditulis</translation>
        </message>
        <message>
            <source>Name at least one region</source>
            <translation>Sebutkan setidaknya satu wilayah</translation>
        </message>
        <message>
            <source>Name at least one service</source>
            <translation>Sebutkan setidaknya satu layanan</translation>
        </message>
        <message>
            <source>Name the fleet</source>
            <translation>Beri nama armadanya</translation>
        </message>
        <message>
            <source>Say where %1 is, for the map</source>
            <translation>Katakan di mana %1, untuk peta</translation>
        </message>
        <message>
            <source>Name the file</source>
            <translation>Sebutkan berkasnya</translation>
        </message>
        <message>
            <source>It is a fleet: siaga check would accept it.</source>
            <translation>Ini armada: siaga check akan menerimanya.</translation>
        </message>
        <message>
            <source>Written: %1. Type next: %2</source>
            <translation>Ditulis: %1. Ketik berikutnya: %2</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::NewFleetForm</name>
        <message>
            <source>HAProxy sockets</source>
            <translation>Soket HAProxy</translation>
        </message>
        <message>
            <source>unix:/path or tcp:127.0.0.1:PORT, or nothing</source>
            <translation>unix:/path atau tcp:127.0.0.1:PORT, atau kosong</translation>
        </message>
        <message>
            <source>Read</source>
            <translation>Baca</translation>
        </message>
        <message>
            <source>Reads what HAProxy has; changes nothing there</source>
            <translation>Membaca yang ada di HAProxy; tidak mengubah apa pun di sana</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nama</translation>
        </message>
        <message>
            <source>what it is called, for people</source>
            <translation>sebutannya, untuk orang</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>Lingkungan</translation>
        </message>
        <message>
            <source>Regions</source>
            <translation>Wilayah</translation>
        </message>
        <message>
            <source>names, separated by blanks: eu-central-1 eu-west-1</source>
            <translation>nama, dipisahkan spasi: eu-central-1 eu-west-1</translation>
        </message>
        <message>
            <source>Services</source>
            <translation>Layanan</translation>
        </message>
        <message>
            <source>web api, or web=bk_web for HAProxy's backend bk_web</source>
            <translation>web api, atau web=bk_web untuk backend bk_web di HAProxy</translation>
        </message>
        <message>
            <source>Outside</source>
            <translation>Luar</translation>
        </message>
        <message>
            <source>places that have nothing to do with your regions</source>
            <translation>tempat yang tidak terkait dengan wilayah Anda</translation>
        </message>
        <message>
            <source>measured</source>
            <translation>terukur</translation>
        </message>
        <message>
            <source>assumed</source>
            <translation>diandaikan</translation>
        </message>
        <message>
            <source>%1: HAProxy %2, level %3, backends: %4</source>
            <translation>%1: HAProxy %2, tingkat %3, backend: %4</translation>
        </message>
        <message>
            <source>%1 could not be read: %2</source>
            <translation>%1 tidak dapat dibaca: %2</translation>
        </message>
        <message>
            <source>Where they are, for the map</source>
            <translation>Letaknya, untuk peta</translation>
        </message>
        <message>
            <source>latitude longitude, or a city</source>
            <translation>lintang bujur, atau sebuah kota</translation>
        </message>
        <message>
            <source>Requests a second</source>
            <translation>Permintaan per detik</translation>
        </message>
        <message>
            <source>Server in %1</source>
            <translation>Server di %1</translation>
        </message>
        <message>
            <source>as HAProxy calls it, or nothing</source>
            <translation>sebutannya di HAProxy, atau kosong</translation>
        </message>
        <message>
            <source>Check in %1</source>
            <translation>Pemeriksaan di %1</translation>
        </message>
        <message>
            <source>a URL or HOST:PORT, or nothing</source>
            <translation>URL atau HOST:PORT, atau kosong</translation>
        </message>
        <message>
            <source>in one region; else %1</source>
            <translation>per wilayah; atau %1</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::NowPage</name>
        <message>
            <source>Plans</source>
            <translation>Rencana</translation>
        </message>
        <message>
            <source>none runs</source>
            <translation>tidak ada yang berjalan</translation>
        </message>
        <message>
            <source>What Siaga does appears here step by step, with the time each step took. Select a region and press E to take it out of traffic; you read the plan before anything happens.</source>
            <translation>Yang dilakukan Siaga tampil di sini langkah demi langkah, dengan lamanya tiap langkah. Pilih wilayah dan tekan E untuk mengeluarkannya dari lalu lintas; Anda membaca rencananya sebelum sesuatu terjadi.</translation>
        </message>
        <message>
            <source>Nothing is wrong</source>
            <translation>Tidak ada masalah</translation>
        </message>
        <message>
            <source>No check has answered yet</source>
            <translation>Belum ada hasil pemeriksaan</translation>
        </message>
        <message>
            <source>What a check finds wrong appears here, worst first.</source>
            <translation>Masalah yang ditemukan pemeriksaan tampil di sini, terburuk di atas.</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Di mana</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::Palette</name>
        <message>
            <source>Search</source>
            <translation>Cari</translation>
        </message>
        <message>
            <source>Go to a region, service, alert, plan, breaker or page, or run a command</source>
            <translation>Pergi ke wilayah, layanan, peringatan, rencana, pemutus, atau halaman, atau jalankan perintah</translation>
        </message>
        <message>
            <source>r: region   s: service   a: alert   p: plan   b: breaker   &gt; command   ? help</source>
            <translation>r: wilayah   s: layanan   a: peringatan   p: rencana   b: pemutus   &gt; perintah   ? bantuan</translation>
        </message>
        <message>
            <source>it is gone</source>
            <translation>sudah tidak ada</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>Terakhir dipakai</translation>
        </message>
        <message>
            <source>Here now</source>
            <translation>Di sini sekarang</translation>
        </message>
        <message>
            <source>There is none at the moment</source>
            <translation>Saat ini tidak ada</translation>
        </message>
        <message>
            <source>Nothing here is called “%1”</source>
            <translation>Tidak ada di sini yang bernama “%1”</translation>
        </message>
        <message>
            <source>Only kind searched: %1. Without the prefix everything is searched.</source>
            <translation>Jenis yang dicari hanya: %1. Tanpa awalan semuanya dicari.</translation>
        </message>
        <message>
            <source>Letters may be left out, but keep their order: “luse” finds lab-us-east-1. ? shows the prefixes.</source>
            <translation>Huruf boleh dilewati, tetapi urutannya tetap: “luse” menemukan lab-us-east-1. ? menampilkan awalan.</translation>
        </message>
        <message>
            <source>only this kind: %1</source>
            <translation>hanya jenis ini: %1</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::PlanLane</name>
        <message>
            <source>Review and approve…</source>
            <translation>Tinjau dan setujui…</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Lanjutkan</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>title of a plan, where it stands</comment>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::PlanLanes</name>
        <message>
            <source>Plan</source>
            <translation>Rencana</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>Tahan</translation>
        </message>
        <message>
            <source>Abort…</source>
            <translation>Batalkan…</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::PlanPreview</name>
        <message>
            <source>Plan</source>
            <translation>Rencana</translation>
        </message>
        <message>
            <source>no way back from here</source>
            <translation>tak ada jalan kembali dari sini</translation>
        </message>
        <message>
            <source>#</source>
            <translation>#</translation>
        </message>
        <message>
            <source>step</source>
            <translation>langkah</translation>
        </message>
        <message>
            <source>before → after</source>
            <translation>sebelum → sesudah</translation>
        </message>
        <message>
            <source>only while</source>
            <translation>hanya selama</translation>
        </message>
        <message>
            <source>on abort</source>
            <translation>bila dibatalkan</translation>
        </message>
        <message>
            <source>Steps of the plan</source>
            <translation>Langkah-langkah rencana</translation>
        </message>
        <message>
            <source>Copy as command</source>
            <translation>Salin sebagai perintah</translation>
        </message>
        <message>
            <source>steps: %1</source>
            <translation>langkah: %1</translation>
        </message>
        <message>
            <source>This hash runs, nothing else: %1</source>
            <translation>Hanya hash ini yang dijalankan: %1</translation>
        </message>
        <message>
            <source>not ready: %1</source>
            <translation>belum siap: %1</translation>
        </message>
        <message>
            <source>everything it needs is ready</source>
            <translation>semua yang diperlukan sudah siap</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::ProgressLine</name>
        <message>
            <source>%1 done</source>
            <translation>%1 selesai</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::ProofCard</name>
        <message>
            <source>under 1 s</source>
            <translation>di bawah 1 dtk</translation>
        </message>
        <message>
            <source>Copy head</source>
            <translation>Salin kepala</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Tampilkan</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>Verifikasi</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Ekspor…</translation>
        </message>
        <message>
            <source>not verified since this window was opened</source>
            <translation>belum diverifikasi sejak jendela ini dibuka</translation>
        </message>
        <message>
            <source>verifying: %1 of %2 records are sound, %3</source>
            <translation>memverifikasi: %1 dari %2 catatan utuh, %3</translation>
        </message>
        <message>
            <source>intact: %1 records, verified %2, took %3</source>
            <translation>utuh: %1 catatan, diverifikasi %2, selama %3</translation>
        </message>
        <message>
            <source>broken at record %1: %2</source>
            <translation>rusak pada catatan %1: %2</translation>
        </message>
        <message>
            <source>verifying was stopped: the first %1 records are sound, the rest is not known</source>
            <translation>verifikasi dihentikan: %1 catatan pertama utuh, sisanya tidak diketahui</translation>
        </message>
        <message>
            <source>the journal cannot be read now</source>
            <translation>jurnal tidak dapat dibaca sekarang</translation>
        </message>
        <message>
            <source>exporting: %1 records written to %2, %3</source>
            <translation>mengekspor: %1 catatan ditulis ke %2, %3</translation>
        </message>
        <message>
            <source>exported: %1 records to %2, took %3</source>
            <translation>diekspor: %1 catatan ke %2, selama %3</translation>
        </message>
        <message>
            <source>the export was stopped; %1 is as it was before</source>
            <translation>ekspor dihentikan; %1 tetap seperti sebelumnya</translation>
        </message>
        <message>
            <source>the export failed: %1; %2 is as it was before</source>
            <translation>ekspor gagal: %1; %2 tetap seperti sebelumnya</translation>
        </message>
        <message>
            <source> · %1 written since</source>
            <translation> · %1 ditulis sejak itu</translation>
        </message>
        <message>
            <source>head %1 · %2</source>
            <translation>kepala %1 · %2</translation>
        </message>
        <message>
            <source>the %1 records before it are sound; verified %2, took %3</source>
            <translation>%1 catatan sebelumnya utuh; diverifikasi %2, selama %3</translation>
        </message>
        <message>
            <source>Verifying recomputes every hash from the first record on. Note the head's hash elsewhere: it also proves that no last record was cut off.</source>
            <translation>Verifikasi menghitung ulang setiap hash dari catatan pertama. Catat hash kepala di tempat lain: ia juga membuktikan tidak ada catatan terakhir yang dipotong.</translation>
        </message>
        <message>
            <source>Stop verifying</source>
            <translation>Hentikan verifikasi</translation>
        </message>
        <message>
            <source>Stop the export</source>
            <translation>Hentikan ekspor</translation>
        </message>
        <message>
            <source>The journal's proof and export</source>
            <translation>Bukti dan ekspor jurnal</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::ProtectPage</name>
        <message>
            <source>No breaker is registered</source>
            <translation>Tidak ada pemutus terdaftar</translation>
        </message>
        <message>
            <source>A breaker stands for the calls to one service: it notices when too many fail, raises an alert, and can take the service out of a region's traffic. Register one in the fleet file; it appears here as soon as the file is saved:</source>
            <translation>Pemutus mewakili panggilan ke satu layanan: ia melihat bila terlalu banyak yang gagal, membuat peringatan, dan dapat mengeluarkan layanan dari lalu lintas suatu wilayah. Daftarkan satu di berkas armada; ia tampil di sini begitu berkas disimpan:</translation>
        </message>
        <message>
            <source>waiting for the first board</source>
            <translation>menunggu papan pertama</translation>
        </message>
        <message>
            <source>Filter   /</source>
            <translation>Saring   /</translation>
        </message>
        <message>
            <source>Filter the breakers by name, service, region or state</source>
            <translation>Saring pemutus menurut nama, layanan, wilayah, atau keadaan</translation>
        </message>
        <message>
            <source>1 would move ↑</source>
            <translation>1 akan berpindah ↑</translation>
        </message>
        <message numerus="yes">
            <source>%n would move ↑</source>
            <translation>
                <numerusform>%n akan berpindah ↑</numerusform>
            </translation>
        </message>
        <message>
            <source>No breaker matches “%1”.</source>
            <translation>Tidak ada pemutus yang cocok dengan “%1”.</translation>
        </message>
        <message>
            <source>no breakers</source>
            <translation>tidak ada pemutus</translation>
        </message>
        <message>
            <source>of %1 · %2 registered</source>
            <translation>dari %1 · %2 terdaftar</translation>
        </message>
        <message>
            <source>Protect</source>
            <translation>Lindungi</translation>
        </message>
        <message>
            <source>Registered breakers stand here as they were. What Siaga's own calls and other programs' breakers showed then is not kept.</source>
            <translation>Pemutus terdaftar tampil seperti waktu itu. Yang ditunjukkan panggilan Siaga sendiri dan pemutus program lain waktu itu tidak disimpan.</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::Question</name>
        <message>
            <source>Cancel</source>
            <translation>Urungkan</translation>
        </message>
        <message>
            <source>Write a reason first</source>
            <translation>Tulis alasan dahulu</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::RailButton</name>
        <message>
            <source>%1 (Alt+%2)</source>
            <translation>%1 (Alt+%2)</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::RecordPane</name>
        <message>
            <source>The record as it is stored, as JSON</source>
            <translation>Catatan seperti yang disimpan, sebagai JSON</translation>
        </message>
        <message>
            <source>Copy as command</source>
            <translation>Salin sebagai perintah</translation>
        </message>
        <message>
            <source>Copy as JSON</source>
            <translation>Salin sebagai JSON</translation>
        </message>
        <message>
            <source>Copy as link</source>
            <translation>Salin sebagai tautan</translation>
        </message>
        <message>
            <source>Record %1</source>
            <translation>Catatan %1</translation>
        </message>
        <message>
            <source>No record selected</source>
            <translation>Tidak ada catatan yang dipilih</translation>
        </message>
        <message>
            <source>The journal cannot be read now.</source>
            <translation>Jurnal tidak dapat dibaca sekarang.</translation>
        </message>
        <message>
            <source>Select a record: who did what and why, its hash, and its very bytes stand here.</source>
            <translation>Pilih sebuah catatan: siapa melakukan apa dan mengapa, hash-nya, dan byte aslinya tampil di sini.</translation>
        </message>
        <message>
            <source>Why: %1</source>
            <translation>Mengapa: %1</translation>
        </message>
        <message>
            <source>when</source>
            <translation>kapan</translation>
        </message>
        <message>
            <source>who</source>
            <translation>siapa</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>jenis</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>kind · stored name</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>epok</translation>
        </message>
        <message>
            <source>hash</source>
            <translation>hash</translation>
        </message>
        <message>
            <source>hash before</source>
            <translation>hash sebelumnya</translation>
        </message>
        <message>
            <source>none, it is the first</source>
            <translation>tidak ada, ini yang pertama</translation>
        </message>
        <message>
            <source>All about %1</source>
            <translation>Semua tentang %1</translation>
        </message>
        <message>
            <source>Go to record %1, its cause</source>
            <translation>Pergi ke catatan %1, penyebabnya</translation>
        </message>
        <message>
            <source>The selected record</source>
            <translation>Catatan terpilih</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::RegionMap</name>
        <message>
            <source>Regions on the map</source>
            <translation>Wilayah di peta</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>The regions of the fleet appear here once a fleet file is read.</source>
            <translation>Wilayah armada tampil di sini setelah berkas armada dibaca.</translation>
        </message>
        <message>
            <source>Regions</source>
            <translation>Wilayah</translation>
        </message>
        <message>
            <source>region</source>
            <translation>wilayah</translation>
        </message>
        <message>
            <source>state</source>
            <translation>keadaan</translation>
        </message>
        <message>
            <source>traffic</source>
            <translation>lalu lintas</translation>
        </message>
        <message>
            <source>%1 → %2</source>
            <translation>%1 → %2</translation>
        </message>
        <message>
            <source>traffic moves</source>
            <translation>lalu lintas pindah</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::SoundButton</name>
        <message>
            <source>Muted %1</source>
            <translation>Bisu %1</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Bunyi</translation>
        </message>
        <message>
            <source>No sound</source>
            <translation>Tanpa bunyi</translation>
        </message>
        <message>
            <source>Sounds are muted, %1 left</source>
            <translation>Bunyi dibisukan, sisa %1</translation>
        </message>
        <message>
            <source>Sounds are on</source>
            <translation>Bunyi menyala</translation>
        </message>
        <message>
            <source>Sounds are on, but nothing is heard: %1</source>
            <translation>Bunyi menyala, tetapi tidak terdengar: %1</translation>
        </message>
        <message>
            <source>Mutes sounds for a while, or tries them</source>
            <translation>Membisukan bunyi sebentar, atau mencobanya</translation>
        </message>
        <message>
            <source>Sound on again</source>
            <translation>Nyalakan bunyi lagi</translation>
        </message>
        <message>
            <source>Mute for 15 minutes</source>
            <translation>Bisukan 15 menit</translation>
        </message>
        <message>
            <source>Mute for 1 hour</source>
            <translation>Bisukan 1 jam</translation>
        </message>
        <message>
            <source>Mute until %1</source>
            <translation>Bisukan sampai %1</translation>
        </message>
        <message>
            <source>Try the tone: %1</source>
            <translation>Coba nadanya: %1</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::StartFailurePage</name>
        <message>
            <source>Siaga cannot start</source>
            <translation>Siaga tidak dapat dimulai</translation>
        </message>
        <message numerus="yes">
            <source>and %n more, printed on the terminal</source>
            <translation>
                <numerusform>dan %n lagi, dicetak di terminal</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is watched and nothing is done. Close this window, and start Siaga again afterwards.</source>
            <translation>Tidak ada yang dipantau dan tidak ada yang dilakukan. Tutup jendela ini, lalu jalankan Siaga lagi sesudahnya.</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::StatusBar</name>
        <message>
            <source>starting</source>
            <translation>memulai</translation>
        </message>
        <message>
            <source>the past</source>
            <translation>masa lalu</translation>
        </message>
        <message>
            <source>nothing seen yet</source>
            <translation>belum ada yang terlihat</translation>
        </message>
        <message>
            <source>data %1 old</source>
            <translation>data berumur %1</translation>
        </message>
        <message>
            <source>leader: this console</source>
            <translation>pemimpin: konsol ini</translation>
        </message>
        <message>
            <source>leader: %1</source>
            <translation>pemimpin: %1</translation>
        </message>
        <message>
            <source>journal %1 ✓</source>
            <translation>jurnal %1 ✓</translation>
        </message>
        <message>
            <source>journal %1, not written any more</source>
            <translation>jurnal %1, tidak ditulis lagi</translation>
        </message>
        <message>
            <source>Siaga watches only while it runs · Ctrl+Shift+X holds all plans · ? shows the keys</source>
            <translation>Siaga memantau hanya selama ia berjalan · Ctrl+Shift+X menahan semua rencana · ? menampilkan tombol</translation>
        </message>
        <message>
            <source>Data, leader and journal</source>
            <translation>Data, pemimpin, dan jurnal</translation>
        </message>
        <message>
            <source>record %1</source>
            <translation>catatan %1</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::StatusPill</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::TableDialog</name>
        <message>
            <source>As a table</source>
            <translation>Sebagai tabel</translation>
        </message>
        <message>
            <source>This page shows no chart now.</source>
            <translation>Halaman ini sedang tidak menampilkan bagan.</translation>
        </message>
        <message>
            <source>The same as the charts of the page show, and kept up to date with them.</source>
            <translation>Sama dengan yang ditampilkan bagan di halaman, dan selalu mengikutinya.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Tutup</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::Tile</name>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>stale, %1</source>
            <translation>usang, %1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>siaga::views::TimeBar</name>
        <message>
            <source>live</source>
            <translation>saat ini</translation>
        </message>
        <message>
            <source>02:13, -15min, #812</source>
            <translation>02:13, -15min, #812</translation>
        </message>
        <message>
            <source>Go to a time</source>
            <translation>Pergi ke suatu waktu</translation>
        </message>
        <message>
            <source>A time such as 02:13 or yesterday 02:13, how long ago, such as -15min, or a record, such as #812</source>
            <translation>Waktu seperti 02:13 atau kemarin 02:13, berapa lama lalu, seperti -15min, atau catatan, seperti #812</translation>
        </message>
        <message>
            <source>“%1” is no time: try 02:13, yesterday 02:13, 2026-11-25 02:13, -15min, or #812 for a record</source>
            <translation>“%1” bukan waktu: coba 02:13, kemarin 02:13, 2026-11-25 02:13, -15min, atau #812 untuk catatan</translation>
        </message>
        <message>
            <source>live: lost</source>
            <translation>saat ini: terputus</translation>
        </message>
        <message numerus="yes">
            <source>live: %n new</source>
            <translation>
                <numerusform>saat ini: %n baru</numerusform>
            </translation>
        </message>
        <message>
            <source>Back to live</source>
            <translation>Ke saat ini</translation>
        </message>
        <message numerus="yes">
            <source>Live: %n new critical alert(s). Back to live</source>
            <translation>
                <numerusform>Saat ini: %n peringatan kritis baru. Kembali ke saat ini</numerusform>
            </translation>
        </message>
        <message>
            <source>This is live already</source>
            <translation>Ini sudah saat ini</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::TimeTrack</name>
        <message>
            <source>Left and Right go from event to event, with Shift only to critical ones, Page Up and Page Down by a tenth of what is in sight, Home to the beginning, End to the present; plus and minus show less and more</source>
            <translation>Kiri dan Kanan pergi dari peristiwa ke peristiwa, dengan Shift hanya ke yang kritis, Page Up dan Page Down sepersepuluh dari yang tampak, Home ke awal, End ke saat ini; plus dan minus menampilkan lebih sedikit dan lebih banyak</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>time, what happened</comment>
            <translation>%1: %2</translation>
        </message>
        <message numerus="yes">
            <source>%1, and %n more</source>
            <translation>
                <numerusform>%1, dan %n lagi</numerusform>
            </translation>
        </message>
        <message>
            <source>The journal before this is being read</source>
            <translation>Jurnal sebelum ini sedang dibaca</translation>
        </message>
        <message>
            <source>The journal begins later</source>
            <translation>Jurnal dimulai sesudahnya</translation>
        </message>
        <message>
            <source>live</source>
            <translation>saat ini</translation>
        </message>
        <message>
            <source>Time bar: %1</source>
            <translation>Bilah waktu: %1</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>Celah</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Yang terjadi</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Kapan</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Apa</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Lagi</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::TrafficDialog</name>
        <message>
            <source>Take %1 out of traffic</source>
            <translation>Keluarkan %1 dari lalu lintas</translation>
        </message>
        <message>
            <source>Bring %1 back into traffic</source>
            <translation>Kembalikan %1 ke lalu lintas</translation>
        </message>
        <message>
            <source>Type %1 to confirm:</source>
            <translation>Ketik %1 untuk konfirmasi:</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Urungkan</translation>
        </message>
        <message>
            <source>Run this plan</source>
            <translation>Jalankan rencana ini</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Minta lagi</translation>
        </message>
        <message>
            <source>Accept that the traffic is not known, and ask again</source>
            <translation>Terima bahwa lalu lintas tidak diketahui, lalu minta lagi</translation>
        </message>
        <message>
            <source>The plan changed since you read it. Read it again and type once more.</source>
            <translation>Rencana berubah sejak Anda membacanya. Baca lagi dan ketik sekali lagi.</translation>
        </message>
        <message>
            <source>Drafting the plan…</source>
            <translation>Menyusun rencana…</translation>
        </message>
        <message>
            <source>The plan was not started:</source>
            <translation>Rencana tidak dimulai:</translation>
        </message>
        <message>
            <source>No plan was made:</source>
            <translation>Tidak ada rencana yang dibuat:</translation>
        </message>
        <message>
            <source>Drafting the plan… no answer for %1 yet</source>
            <translation>Menyusun rencana… belum ada jawaban selama %1</translation>
        </message>
        <message>
            <source>The plan is %1. Nothing was started from here.</source>
            <translation>Rencana ini %1. Tidak ada yang dimulai dari sini.</translation>
        </message>
        <message>
            <source>The plan is %1 already.</source>
            <translation>Rencana ini sudah %1.</translation>
        </message>
        <message>
            <source>Accepted with it: %1.</source>
            <translation>Disetujui bersamanya: %1.</translation>
        </message>
        <message>
            <source>It moves to %1. %2</source>
            <comment>regions. what is accepted</comment>
            <translation>Berpindah ke %1. %2</translation>
        </message>
        <message>
            <source>%1, traffic %2, %3</source>
            <translation>%1, lalu lintas %2, %3</translation>
        </message>
        <message>
            <source>headroom of %1 now %2</source>
            <translation>sisa kapasitas %1 kini %2</translation>
        </message>
        <message>
            <source>the proposal expires in %1</source>
            <translation>usulan kedaluwarsa dalam %1</translation>
        </message>
        <message>
            <source>Seen now, and looked at again before each step: %1.</source>
            <translation>Terlihat kini, dan dilihat lagi sebelum setiap langkah: %1.</translation>
        </message>
        <message>
            <source>It asks because: %1</source>
            <translation>Bertanya karena: %1</translation>
        </message>
        <message>
            <source>There is no plan to run yet</source>
            <translation>Belum ada rencana untuk dijalankan</translation>
        </message>
        <message>
            <source>Confirmed; it starts in a moment</source>
            <translation>Dikonfirmasi; sebentar lagi dimulai</translation>
        </message>
        <message>
            <source>The proposal has expired</source>
            <translation>Usulan sudah kedaluwarsa</translation>
        </message>
        <message>
            <source>Type %1 first</source>
            <translation>Ketik %1 dahulu</translation>
        </message>
    </context>
    <context>
        <name>siaga::views::TypeToConfirm</name>
        <message>
            <source>type %1</source>
            <translation>ketik %1</translation>
        </message>
        <message>
            <source>Type %1 to confirm</source>
            <translation>Ketik %1 untuk konfirmasi</translation>
        </message>
    </context>
    <context>
        <name>simulate_command</name>
        <message>
            <source>--rate is %1; expected calls a second, 0.1 to 5000</source>
            <translation>--rate adalah %1; seharusnya panggilan per detik, 0.1 sampai 5000</translation>
        </message>
        <message>
            <source>--duration is %1; expected 1s to 1h, such as 60s or 5min</source>
            <translation>--duration adalah %1; seharusnya 1s sampai 1h, misalnya 60s atau 5min</translation>
        </message>
        <message>
            <source>--seed is %1; expected a whole number</source>
            <translation>--seed adalah %1; seharusnya bilangan bulat</translation>
        </message>
        <message>
            <source>%1 calls a second for %2 are too many; expected two million at most, in all, with two quiet minutes before and after</source>
            <translation>%1 panggilan per detik selama %2 terlalu banyak; seharusnya paling banyak dua juta, seluruhnya, dengan dua menit tenang sebelum dan sesudahnya</translation>
        </message>
        <message>
            <source>which fleet the policy is from is not told; expected --fleet FILE or --lab</source>
            <translation>armada asal kebijakan tidak disebutkan; seharusnya --fleet FILE atau --lab</translation>
        </message>
        <message>
            <source>the fleet has no breaker %1; expected %2</source>
            <translation>armada tidak punya pemutus %1; seharusnya %2</translation>
        </message>
        <message>
            <source>--fault is "%1"; expected one such as %2</source>
            <translation>--fault adalah "%1"; seharusnya seperti %2</translation>
        </message>
        <message>
            <source>What %1 would do:</source>
            <translation>Yang akan dilakukan %1:</translation>
        </message>
        <message>
            <source>%1 (the fault is over)</source>
            <translation>%1 (gangguan selesai)</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>tidak ada</translation>
        </message>
        <message>
            <source>%1 after %2</source>
            <translation>%1 setelah %2</translation>
        </message>
        <message>
            <source>Noticed by %1.</source>
            <translation>Terlihat oleh %1.</translation>
        </message>
        <message>
            <source>Not noticed, or less than every other time, by %1.</source>
            <translation>Tidak terlihat, atau kurang dari separuhnya, oleh %1.</translation>
        </message>
        <message>
            <source>In %1 runs:</source>
            <translation>Dalam %1 putaran:</translation>
        </message>
        <message>
            <source>notices</source>
            <translation>melihat</translation>
        </message>
        <message>
            <source>after</source>
            <translation>setelah</translation>
        </message>
        <message>
            <source>opens</source>
            <translation>terbuka</translation>
        </message>
        <message>
            <source>good kept</source>
            <translation>baik terjaga</translation>
        </message>
        <message>
            <source>let through</source>
            <translation>diloloskan</translation>
        </message>
        <message>
            <source>well again</source>
            <translation>baik kembali</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>seketika</translation>
        </message>
        <message>
            <source>later</source>
            <translation>kemudian</translation>
        </message>
        <message>
            <source>Good kept: of the calls that could be answered well, those that were. Well again: from the fault's end until 99 % of all calls pass and are answered.</source>
            <translation>Baik terjaga: dari panggilan yang dapat dijawab baik, yang memang dijawab. Baik lagi: sejak gangguan berakhir sampai 99 % dari semua panggilan lewat dan dijawab.</translation>
        </message>
        <message>
            <source>%1 for %2, at %3 calls a second</source>
            <translation>%1 selama %2, pada %3 panggilan per detik</translation>
        </message>
        <message>
            <source>It is read every %1 and refuses no call; what follows when it opens is its effect.</source>
            <translation>Dibaca setiap %1 dan tidak menolak panggilan; yang menyusul saat ia terbuka adalah akibatnya.</translation>
        </message>
        <message>
            <source>looks once in vain</source>
            <translation>melihat sekali tanpa hasil</translation>
        </message>
        <message numerus="yes">
            <source>looks %n times in vain</source>
            <translation>
                <numerusform>melihat %n kali tanpa hasil</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… and %n more turns</source>
            <translation>
                <numerusform>… dan %n peralihan lagi</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>status</name>
        <message>
            <source>nobody has it yet</source>
            <translation>belum ada yang menangani</translation>
        </message>
        <message>
            <source>%1 has it</source>
            <translation>ditangani %1</translation>
        </message>
        <message>
            <source>STOPPED by %1: no automatic plan starts</source>
            <translation>DIHENTIKAN oleh %1: tidak ada rencana otomatis yang dimulai</translation>
        </message>
        <message>
            <source>THE JOURNAL FAILED, nothing is done any more: %1</source>
            <translation>JURNAL GAGAL, tidak ada lagi yang dilakukan: %1</translation>
        </message>
        <message>
            <source>STOPPED BY A FAULT OF SIAGA: %1</source>
            <translation>BERHENTI KARENA KESALAHAN SIAGA: %1</translation>
        </message>
        <message>
            <source>our own network is not to be trusted</source>
            <translation>jaringan kita sendiri tidak dapat dipercaya</translation>
        </message>
        <message>
            <source>the changed fleet file is not in force: %1</source>
            <translation>berkas armada yang diubah tidak berlaku: %1</translation>
        </message>
        <message>
            <source>%1 is spoken to in the clear</source>
            <translation>%1 dihubungi tanpa enkripsi</translation>
        </message>
        <message>
            <source>%1 %2, for %3, since %4</source>
            <comment>shape, what, how long, when</comment>
            <translation>%1 %2, selama %3, sejak %4</translation>
        </message>
        <message>
            <source>RTO left %1</source>
            <translation>sisa RTO %1</translation>
        </message>
        <message>
            <source>%1, not seen for %2</source>
            <translation>%1, tidak terlihat selama %2</translation>
        </message>
        <message>
            <source>Regions</source>
            <translation>Wilayah</translation>
        </message>
        <message>
            <source>No open alerts</source>
            <translation>Tidak ada peringatan terbuka</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Peringatan</translation>
        </message>
        <message>
            <source>Plans</source>
            <translation>Rencana</translation>
        </message>
        <message>
            <source>journal: %1 records</source>
            <translation>jurnal: %1 catatan</translation>
        </message>
        <message>
            <source>no breaker is registered, and nothing was called yet</source>
            <translation>tidak ada pemutus terdaftar, dan belum ada yang dipanggil</translation>
        </message>
        <message>
            <source>%1, of %2 (%3 registered)</source>
            <comment>breakers</comment>
            <translation>%1, dari %2 (%3 terdaftar)</translation>
        </message>
        <message>
            <source>fleet: %1</source>
            <comment>where it comes from</comment>
            <translation>armada: %1</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>%1 is down</source>
            <translation>%1 mati</translation>
        </message>
        <message>
            <source>%1 is degraded</source>
            <translation>%1 menurun</translation>
        </message>
        <message>
            <source>%1 is unreachable from here</source>
            <translation>%1 tidak terjangkau dari sini</translation>
        </message>
        <message>
            <source>%1 is healthy</source>
            <translation>%1 sehat</translation>
        </message>
        <message>
            <source>%1: state unknown</source>
            <translation>%1: keadaan tidak diketahui</translation>
        </message>
        <message>
            <source>1 vantage point agrees</source>
            <translation>1 titik pantau sependapat</translation>
        </message>
        <message>
            <source>1 vantage point sees it serve</source>
            <translation>1 titik pantau melihatnya melayani</translation>
        </message>
        <message>
            <source>%1 of 1 check says nothing</source>
            <translation>%1 dari 1 pemeriksaan tanpa hasil</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n checks say nothing</source>
            <translation>
                <numerusform>%1 dari %n pemeriksaan tanpa hasil</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of 1 check fails</source>
            <translation>%1 dari 1 pemeriksaan gagal</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n checks fail</source>
            <translation>
                <numerusform>%1 dari %n pemeriksaan gagal</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of requests fail</source>
            <translation>%1 permintaan gagal</translation>
        </message>
        <message>
            <source>of 1 request</source>
            <translation>dari 1 permintaan</translation>
        </message>
        <message>
            <source>of %1 requests</source>
            <translation>dari %1 permintaan</translation>
        </message>
        <message>
            <source>weight %1 decided, %2 seen</source>
            <translation>bobot diputuskan %1, terlihat %2</translation>
        </message>
        <message>
            <source>no result any more</source>
            <translation>tidak ada hasil lagi</translation>
        </message>
        <message>
            <source>1 result in a row</source>
            <translation>1 hasil berturut-turut</translation>
        </message>
        <message numerus="yes">
            <source>%n results in a row</source>
            <translation>
                <numerusform>%n hasil berturut-turut</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, threshold %2</source>
            <comment>results in a row</comment>
            <translation>%1, ambang %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>outcome: detail</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 of %2 canary targets outside all regions fail</source>
            <translation>%1 dari %2 target kenari di luar semua wilayah gagal</translation>
        </message>
        <message>
            <source>%1 of %2 regions fail at once</source>
            <translation>%1 dari %2 wilayah gagal serentak</translation>
        </message>
        <message>
            <source>Check %1 fails</source>
            <translation>Pemeriksaan %1 gagal</translation>
        </message>
        <message>
            <source>Edge %1 cannot be reached</source>
            <translation>Edge %1 tidak terjangkau</translation>
        </message>
        <message>
            <source>This console's own network is broken</source>
            <translation>Jaringan konsol ini sendiri rusak</translation>
        </message>
        <message>
            <source>%1 sees %2 failing in %3</source>
            <comment>edge, service, region</comment>
            <translation>%1 melihat %2 gagal di %3</translation>
        </message>
        <message>
            <source>%1 no longer shows what was decided for %2</source>
            <comment>edge, region</comment>
            <translation>%1 tidak lagi menunjukkan keputusan untuk %2</translation>
        </message>
        <message>
            <source>Weights there can be neither read nor set</source>
            <translation>Bobot di sana tidak dapat dibaca maupun diatur</translation>
        </message>
        <message>
            <source>1 further alert behind it</source>
            <translation>1 peringatan lain di baliknya</translation>
        </message>
        <message numerus="yes">
            <source>%n further alerts behind it</source>
            <translation>
                <numerusform>%n peringatan lain di baliknya</numerusform>
            </translation>
        </message>
        <message>
            <source>nothing seen yet</source>
            <translation>belum ada yang terlihat</translation>
        </message>
        <message>
            <source>%1 check of %2</source>
            <comment>kind, service</comment>
            <translation>Pemeriksaan %1 untuk %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>subject: state</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1's view of %2</source>
            <comment>edge, service</comment>
            <translation>Pandangan %1 atas %2</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>share of requests fail, of so many</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Nothing was seen of it yet</source>
            <translation>Belum ada yang terlihat darinya</translation>
        </message>
        <message>
            <source>seen %1 ago</source>
            <translation>terlihat %1 lalu</translation>
        </message>
        <message>
            <source>not seen yet</source>
            <translation>belum terlihat</translation>
        </message>
        <message>
            <source>not known now</source>
            <comment>traffic</comment>
            <translation>kini tidak diketahui</translation>
        </message>
        <message>
            <source>none now</source>
            <comment>traffic</comment>
            <translation>kini tidak ada</translation>
        </message>
        <message>
            <source>%1 now</source>
            <comment>traffic</comment>
            <translation>kini %1</translation>
        </message>
        <message>
            <source>%1 usually, %2</source>
            <comment>traffic</comment>
            <translation>biasanya %1, %2</translation>
        </message>
        <message>
            <source>out of traffic</source>
            <translation>di luar lalu lintas</translation>
        </message>
        <message>
            <source>not seen for %1</source>
            <translation>tidak terlihat selama %1</translation>
        </message>
        <message>
            <source>ready</source>
            <comment>target</comment>
            <translation>siap</translation>
        </message>
        <message>
            <source>%1 · %2 free</source>
            <comment>state, share of its capacity</comment>
            <translation>%1 · bebas %2</translation>
        </message>
        <message>
            <source>%1 · headroom not known</source>
            <comment>state</comment>
            <translation>%1 · sisa kapasitas tidak diketahui</translation>
        </message>
        <message>
            <source>plan %1 waits for approval</source>
            <translation>rencana %1 menunggu persetujuan</translation>
        </message>
        <message>
            <source>plan %1 is %2</source>
            <translation>rencana %1 %2</translation>
        </message>
        <message>
            <source>nothing proposed: %1</source>
            <translation>tidak ada usulan: %1</translation>
        </message>
        <message>
            <source>nothing proposed yet</source>
            <translation>belum ada usulan</translation>
        </message>
        <message>
            <source>over by %1</source>
            <translation>lewat %1</translation>
        </message>
        <message>
            <source>Journal opened by %1, version %2</source>
            <translation>Jurnal dibuka oleh %1, versi %2</translation>
        </message>
        <message>
            <source>Fleet adopted: %1</source>
            <translation>Armada diterapkan: %1</translation>
        </message>
        <message>
            <source>Fleet adopted for %1: %2</source>
            <translation>Armada diterapkan untuk %1: %2</translation>
        </message>
        <message>
            <source>Changed fleet refused, 1 problem: %1</source>
            <translation>Armada yang diubah ditolak, 1 masalah: %1</translation>
        </message>
        <message numerus="yes">
            <source>Changed fleet refused, %n problems, the first: %1</source>
            <translation>
                <numerusform>Armada yang diubah ditolak, %n masalah, yang pertama: %1</numerusform>
            </translation>
        </message>
        <message>
            <source>The wall clock jumped by %1</source>
            <translation>Jam dinding melompat %1</translation>
        </message>
        <message>
            <source>Check %1 gives no result any more</source>
            <translation>Pemeriksaan %1 tidak memberi hasil lagi</translation>
        </message>
        <message>
            <source>Check %1 is %2 now (%3, %4 in a row)</source>
            <translation>Pemeriksaan %1 kini %2 (%3, %4 berturut-turut)</translation>
        </message>
        <message>
            <source>%1 sees %2 in %3 %4 (%5 of %6 requests failed)</source>
            <translation>%1 melihat %2 di %3 %4 (%5 dari %6 permintaan gagal)</translation>
        </message>
        <message>
            <source>Edge %1 is %2</source>
            <translation>Edge %1 %2</translation>
        </message>
        <message>
            <source>%1; it was restarted</source>
            <translation>%1; telah dimulai ulang</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>sentence: detail</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 of %2 canary targets and %3 of %4 regions fail</source>
            <translation>%1 dari %2 target kenari dan %3 dari %4 wilayah gagal</translation>
        </message>
        <message>
            <source>This console's own network is trusted again (%1)</source>
            <translation>Jaringan konsol ini dipercaya lagi (%1)</translation>
        </message>
        <message>
            <source>This console's own network is not to be trusted (%1)</source>
            <translation>Jaringan konsol ini tidak dapat dipercaya (%1)</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>sentence (evidence)</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Alert %1 opened, %2: %3</source>
            <translation>Peringatan %1 dibuka, %2: %3</translation>
        </message>
        <message>
            <source>Alert %1 is %2 now, was %3</source>
            <translation>Peringatan %1 kini %2, tadinya %3</translation>
        </message>
        <message>
            <source>%1: nobody acknowledged it in time</source>
            <translation>%1: tidak ada yang mengakuinya tepat waktu</translation>
        </message>
        <message>
            <source>Alert %1 acknowledged by %2</source>
            <translation>Peringatan %1 diakui oleh %2</translation>
        </message>
        <message>
            <source>Alert %1 resolved</source>
            <translation>Peringatan %1 selesai</translation>
        </message>
        <message>
            <source>Diagnosis for %1: %2 (%3)</source>
            <translation>Diagnosis untuk %1: %2 (%3)</translation>
        </message>
        <message>
            <source>Diagnosis for %1 over: %2</source>
            <translation>Diagnosis untuk %1 berakhir: %2</translation>
        </message>
        <message>
            <source>%1 shows weight %2 for %3 in %4 where %5 was decided: %6</source>
            <translation>%1 menunjukkan bobot %2 untuk %3 di %4, padahal diputuskan %5: %6</translation>
        </message>
        <message>
            <source>%1 shows what was decided for %2 in %3 again</source>
            <translation>%1 kembali menunjukkan keputusan untuk %2 di %3</translation>
        </message>
        <message>
            <source>Unknown record, written by another version: %1</source>
            <translation>Catatan tidak dikenal, ditulis oleh versi lain: %1</translation>
        </message>
        <message>
            <source>engine %1</source>
            <translation>mesin %1</translation>
        </message>
        <message>
            <source>Plan %1, undoing step %2</source>
            <translation>Rencana %1, mengurungkan langkah %2</translation>
        </message>
        <message>
            <source>Plan %1, step %2</source>
            <translation>Rencana %1, langkah %2</translation>
        </message>
        <message>
            <source>not reached: %1</source>
            <translation>tidak terjangkau: %1</translation>
        </message>
        <message>
            <source>Plan %1 proposed: %2, 1 step, hash %3</source>
            <translation>Rencana %1 diusulkan: %2, 1 langkah, hash %3</translation>
        </message>
        <message numerus="yes">
            <source>Plan %1 proposed: %2, %n steps, hash %3</source>
            <translation>
                <numerusform>Rencana %1 diusulkan: %2, %n langkah, hash %3</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, asked for by %2</source>
            <translation>%1, diminta oleh %2</translation>
        </message>
        <message>
            <source>Not proposed: %1</source>
            <translation>Tidak diusulkan: %1</translation>
        </message>
        <message>
            <source>Plan %1 approved</source>
            <translation>Rencana %1 disetujui</translation>
        </message>
        <message>
            <source>Plan %1 waits</source>
            <translation>Rencana %1 menunggu</translation>
        </message>
        <message>
            <source>Plan %1 runs</source>
            <translation>Rencana %1 berjalan</translation>
        </message>
        <message>
            <source>Plan %1 suspended by plan %2</source>
            <translation>Rencana %1 ditangguhkan oleh rencana %2</translation>
        </message>
        <message>
            <source>Plan %1 held</source>
            <translation>Rencana %1 ditahan</translation>
        </message>
        <message>
            <source>Plan %1 resumed</source>
            <translation>Rencana %1 dilanjutkan</translation>
        </message>
        <message>
            <source>Plan %1 aborted</source>
            <translation>Rencana %1 dibatalkan</translation>
        </message>
        <message>
            <source>Plan %1 ended: %2</source>
            <translation>Rencana %1 berakhir: %2</translation>
        </message>
        <message>
            <source>%1 begins</source>
            <comment>a step</comment>
            <translation>%1 dimulai</translation>
        </message>
        <message>
            <source>%1 tells %2: %3 in %4 to %5 (weight %6)</source>
            <translation>%1 memberi tahu %2: %3 di %4 menjadi %5 (bobot %6)</translation>
        </message>
        <message>
            <source>%1, attempt %2</source>
            <translation>%1, percobaan %2</translation>
        </message>
        <message>
            <source>%1 seen to be done</source>
            <translation>%1 terlihat selesai</translation>
        </message>
        <message>
            <source>%1 failed</source>
            <comment>a step</comment>
            <translation>%1 gagal</translation>
        </message>
        <message>
            <source>%1: edge not reached</source>
            <translation>%1: edge tidak terjangkau</translation>
        </message>
        <message>
            <source>Automation stopped by %1</source>
            <translation>Otomatisasi dihentikan oleh %1</translation>
        </message>
        <message>
            <source>Stop lifted by %1</source>
            <translation>Penghentian dicabut oleh %1</translation>
        </message>
        <message>
            <source>Asked: %1</source>
            <translation>Diminta: %1</translation>
        </message>
        <message>
            <source>Asked: %1, leaving %2</source>
            <translation>Diminta: %1, menyisakan %2</translation>
        </message>
        <message>
            <source>Asked: run plan %1 as confirmed, hash %2</source>
            <translation>Diminta: jalankan rencana %1 sesuai konfirmasi, hash %2</translation>
        </message>
        <message>
            <source>Asked: hold plan %1</source>
            <translation>Diminta: tahan rencana %1</translation>
        </message>
        <message>
            <source>Asked: hold all running plans</source>
            <translation>Diminta: tahan semua rencana yang berjalan</translation>
        </message>
        <message>
            <source>Asked: resume plan %1</source>
            <translation>Diminta: lanjutkan rencana %1</translation>
        </message>
        <message>
            <source>Asked: abort plan %1</source>
            <translation>Diminta: batalkan rencana %1</translation>
        </message>
        <message>
            <source>Asked: stop automation</source>
            <translation>Diminta: hentikan otomatisasi</translation>
        </message>
        <message>
            <source>Asked: lift the stop</source>
            <translation>Diminta: cabut penghentian</translation>
        </message>
        <message>
            <source>Asked: acknowledge alert %1</source>
            <translation>Diminta: akui peringatan %1</translation>
        </message>
        <message>
            <source>Asked: keep %1 in %2 as it is for %3</source>
            <translation>Diminta: biarkan %1 di %2 seperti adanya selama %3</translation>
        </message>
        <message>
            <source>Granted: plan %1</source>
            <translation>Dikabulkan: rencana %1</translation>
        </message>
        <message>
            <source>Granted</source>
            <translation>Dikabulkan</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Ditolak</translation>
        </message>
        <message>
            <source>%1 d</source>
            <comment>days</comment>
            <translation>%1 hr</translation>
        </message>
        <message>
            <source>%1 h</source>
            <comment>hours</comment>
            <translation>%1 jam</translation>
        </message>
        <message>
            <source>%1 min</source>
            <comment>minutes</comment>
            <translation>%1 mnt</translation>
        </message>
        <message>
            <source>%1 s</source>
            <comment>seconds</comment>
            <translation>%1 dtk</translation>
        </message>
        <message>
            <source>%1 %</source>
            <comment>percent</comment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>%1/s</source>
            <comment>requests a second</comment>
            <translation>%1/dtk</translation>
        </message>
        <message>
            <source>none</source>
            <comment>an empty list</comment>
            <translation>tidak ada</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between items of a list</comment>
            <translation>, </translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <comment>the last item of a list</comment>
            <translation>%1 dan %2</translation>
        </message>
        <message>
            <source>a person's emergency</source>
            <comment>plan class</comment>
            <translation>darurat oleh orang</translation>
        </message>
        <message>
            <source>recovery</source>
            <comment>plan class</comment>
            <translation>pemulihan</translation>
        </message>
        <message>
            <source>rollback</source>
            <comment>plan class</comment>
            <translation>pengembalian versi</translation>
        </message>
        <message>
            <source>scaling up</source>
            <comment>plan class</comment>
            <translation>penambahan kapasitas</translation>
        </message>
        <message>
            <source>deployment</source>
            <comment>plan class</comment>
            <translation>penerapan</translation>
        </message>
        <message>
            <source>scaling in</source>
            <comment>plan class</comment>
            <translation>pengurangan kapasitas</translation>
        </message>
        <message>
            <source>drill</source>
            <comment>plan class</comment>
            <translation>latihan</translation>
        </message>
        <message>
            <source>done</source>
            <comment>plan</comment>
            <translation>selesai</translation>
        </message>
        <message>
            <source>aborted</source>
            <comment>plan</comment>
            <translation>dibatalkan</translation>
        </message>
        <message>
            <source>superseded</source>
            <comment>plan</comment>
            <translation>digantikan</translation>
        </message>
        <message>
            <source>expired</source>
            <comment>plan</comment>
            <translation>kedaluwarsa</translation>
        </message>
        <message>
            <source>only noted</source>
            <comment>plan</comment>
            <translation>hanya dicatat</translation>
        </message>
        <message>
            <source>failed</source>
            <comment>plan</comment>
            <translation>gagal</translation>
        </message>
        <message>
            <source>proposed</source>
            <comment>plan</comment>
            <translation>diusulkan</translation>
        </message>
        <message>
            <source>waiting</source>
            <comment>plan</comment>
            <translation>menunggu</translation>
        </message>
        <message>
            <source>running</source>
            <comment>plan</comment>
            <translation>berjalan</translation>
        </message>
        <message>
            <source>held</source>
            <comment>plan</comment>
            <translation>ditahan</translation>
        </message>
        <message>
            <source>suspended</source>
            <comment>plan</comment>
            <translation>ditangguhkan</translation>
        </message>
        <message>
            <source>aborting</source>
            <comment>plan</comment>
            <translation>sedang dibatalkan</translation>
        </message>
        <message>
            <source>not begun</source>
            <comment>step</comment>
            <translation>belum dimulai</translation>
        </message>
        <message>
            <source>running</source>
            <comment>step</comment>
            <translation>berjalan</translation>
        </message>
        <message>
            <source>unsure, looking</source>
            <comment>step</comment>
            <translation>belum pasti, sedang dilihat</translation>
        </message>
        <message>
            <source>done and seen</source>
            <comment>step</comment>
            <translation>selesai dan terlihat</translation>
        </message>
        <message>
            <source>failed</source>
            <comment>step</comment>
            <translation>gagal</translation>
        </message>
        <message>
            <source>edge not reached</source>
            <comment>step</comment>
            <translation>edge tidak terjangkau</translation>
        </message>
        <message>
            <source>undone</source>
            <comment>step</comment>
            <translation>diurungkan</translation>
        </message>
        <message>
            <source>stays as it is</source>
            <comment>on abort</comment>
            <translation>tetap seperti adanya</translation>
        </message>
        <message>
            <source>is undone</source>
            <comment>on abort</comment>
            <translation>diurungkan</translation>
        </message>
        <message>
            <source>is finished first</source>
            <comment>on abort</comment>
            <translation>diselesaikan dahulu</translation>
        </message>
        <message>
            <source>required</source>
            <comment>step</comment>
            <translation>wajib</translation>
        </message>
        <message>
            <source>as far as it can be reached</source>
            <comment>step</comment>
            <translation>sejauh terjangkau</translation>
        </message>
        <message>
            <source>carried out</source>
            <comment>answer</comment>
            <translation>dilaksanakan</translation>
        </message>
        <message>
            <source>refused</source>
            <comment>answer</comment>
            <translation>ditolak</translation>
        </message>
        <message>
            <source>failed</source>
            <comment>answer</comment>
            <translation>gagal</translation>
        </message>
        <message>
            <source>no answer, outcome unknown</source>
            <comment>answer</comment>
            <translation>tanpa jawaban, hasil tidak diketahui</translation>
        </message>
        <message>
            <source>evacuate</source>
            <comment>purpose</comment>
            <translation>evakuasi</translation>
        </message>
        <message>
            <source>restore</source>
            <comment>purpose</comment>
            <translation>pulihkan</translation>
        </message>
        <message>
            <source>put an edge back</source>
            <comment>purpose</comment>
            <translation>kembalikan edge</translation>
        </message>
        <message>
            <source>keep as it is</source>
            <comment>purpose</comment>
            <translation>biarkan seperti adanya</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>a purpose, and the only service it is for</comment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Evacuate %1</source>
            <translation>Evakuasi %1</translation>
        </message>
        <message>
            <source>Restore %1</source>
            <translation>Pulihkan %1</translation>
        </message>
        <message>
            <source>Put %1 back to what was decided</source>
            <translation>Kembalikan %1 ke yang diputuskan</translation>
        </message>
        <message>
            <source>Keep %1 as it is</source>
            <translation>Biarkan %1 seperti adanya</translation>
        </message>
        <message>
            <source>evacuating %1</source>
            <translation>mengevakuasi %1</translation>
        </message>
        <message>
            <source>restoring %1</source>
            <translation>memulihkan %1</translation>
        </message>
        <message>
            <source>putting %1 back</source>
            <translation>mengembalikan %1</translation>
        </message>
        <message>
            <source>keeping %1 as it is</source>
            <translation>membiarkan %1 seperti adanya</translation>
        </message>
        <message>
            <source>%1 at %2: %3</source>
            <comment>service at edge: share</comment>
            <translation>%1 di %2: %3</translation>
        </message>
        <message>
            <source>Targets ready</source>
            <comment>step</comment>
            <translation>Tujuan siap</translation>
        </message>
        <message>
            <source>%1 quiet in %2</source>
            <comment>step</comment>
            <translation>%1 sepi di %2</translation>
        </message>
        <message>
            <source>Watch %1 for %2</source>
            <comment>step</comment>
            <translation>Amati %1 selama %2</translation>
        </message>
        <message>
            <source>Send %1 no new %2 requests from %3</source>
            <translation>Jangan kirimi %1 permintaan %2 baru dari %3</translation>
        </message>
        <message>
            <source>Send %1 all of its usual %2 traffic from %3</source>
            <translation>Kirimi %1 seluruh lalu lintas %2 biasanya dari %3</translation>
        </message>
        <message>
            <source>Send %1 %4 of its usual %2 traffic from %3</source>
            <translation>Kirimi %1 %4 dari lalu lintas %2 biasanya dari %3</translation>
        </message>
        <message>
            <source>Look again whether %1 is healthy</source>
            <translation>Lihat lagi apakah %1 sehat</translation>
        </message>
        <message>
            <source>Look again whether %1 are healthy</source>
            <translation>Lihat lagi apakah %1 sehat</translation>
        </message>
        <message>
            <source>See that no edge sends %1 new %2 requests any more</source>
            <translation>Pastikan tak ada edge yang masih mengirimi %1 permintaan %2 baru</translation>
        </message>
        <message>
            <source>Watch %1 in %2 for %3</source>
            <translation>Amati %1 di %2 selama %3</translation>
        </message>
        <message>
            <source>at least %1 of every service's capacity stays free</source>
            <translation>setidaknya %1 kapasitas setiap layanan tetap bebas</translation>
        </message>
        <message>
            <source>%1, and an unknown demand is accepted</source>
            <translation>%1, dan beban yang tidak diketahui diterima</translation>
        </message>
        <message>
            <source>step %1 of %2</source>
            <translation>langkah %1 dari %2</translation>
        </message>
        <message>
            <source>1 step</source>
            <translation>1 langkah</translation>
        </message>
        <message numerus="yes">
            <source>%n steps</source>
            <translation>
                <numerusform>%n langkah</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 is not ready to take traffic: it is %2</source>
            <translation>%1 belum siap menerima lalu lintas: keadaannya %2</translation>
        </message>
        <message>
            <source>%1 would be asked for %2 more than its capacity; at least %3 must stay free</source>
            <translation>%1 akan dibebani %2 di atas kapasitasnya; setidaknya %3 harus tetap bebas</translation>
        </message>
        <message>
            <source>%1 would keep %2 of its capacity free; at least %3 must stay free</source>
            <translation>kapasitas %1 yang bebas tinggal %2; setidaknya %3 harus tetap bebas</translation>
        </message>
        <message>
            <source>How much traffic %1 carries is not known: its edges have not been seen twice yet</source>
            <translation>Besarnya lalu lintas %1 tidak diketahui: edge-nya belum terlihat dua kali</translation>
        </message>
        <message>
            <source>%1 would be left with a capacity of %2; its floor is %3</source>
            <translation>kapasitas %1 tinggal %2; batas bawahnya %3</translation>
        </message>
        <message>
            <source>%1 is the last healthy region</source>
            <translation>%1 adalah wilayah sehat terakhir</translation>
        </message>
        <message>
            <source>only 1 may be at a time</source>
            <comment>regions out of traffic</comment>
            <translation>hanya 1 yang boleh sekaligus</translation>
        </message>
        <message numerus="yes">
            <source>only %n may be at a time</source>
            <comment>regions out of traffic</comment>
            <translation>
                <numerusform>hanya %n yang boleh sekaligus</numerusform>
            </translation>
        </message>
        <message>
            <source>Out of traffic already: %1; %2</source>
            <translation>Sudah di luar lalu lintas: %1; %2</translation>
        </message>
        <message>
            <source>The last evacuation ended a short time ago; the cool-down lasts another %1</source>
            <translation>Evakuasi terakhir baru saja berakhir; masa jeda masih %1</translation>
        </message>
        <message>
            <source>It has lasted %1; %2 is needed</source>
            <translation>Sudah berlangsung %1; perlu %2</translation>
        </message>
        <message>
            <source>1 check fails; %1 must</source>
            <translation>1 pemeriksaan gagal; harus %1</translation>
        </message>
        <message numerus="yes">
            <source>%n checks fail; %1 must</source>
            <translation>
                <numerusform>%n pemeriksaan gagal; harus %1</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 is already as asked; there is nothing to do</source>
            <translation>%1 sudah seperti yang diminta; tidak ada yang perlu dilakukan</translation>
        </message>
        <message>
            <source>“%1” is not in the fleet</source>
            <translation>“%1” tidak ada dalam armada</translation>
        </message>
        <message>
            <source>No edge of %1 can be reached</source>
            <translation>Tidak ada edge %1 yang terjangkau</translation>
        </message>
        <message>
            <source>Automation is stopped; only a person can lift that</source>
            <translation>Otomatisasi dihentikan; hanya orang yang dapat mencabutnya</translation>
        </message>
        <message>
            <source>Plan %1 holds the %2 of %3 in %4</source>
            <translation>Rencana %1 memegang %2 %3 di %4</translation>
        </message>
        <message>
            <source>Plan %1 is already open for this</source>
            <translation>Rencana %1 sudah terbuka untuk ini</translation>
        </message>
        <message>
            <source>The plan is not the one that was confirmed: confirmed %1, now %2</source>
            <translation>Rencana ini bukan yang dikonfirmasi: dikonfirmasi %1, kini %2</translation>
        </message>
        <message>
            <source>There is no open plan %1</source>
            <translation>Tidak ada rencana terbuka %1</translation>
        </message>
        <message>
            <source>That is not possible in the state it is in</source>
            <translation>Itu tidak mungkin dalam keadaannya sekarang</translation>
        </message>
        <message>
            <source>That is not possible: the plan is %1</source>
            <translation>Itu tidak mungkin: rencana ini %1</translation>
        </message>
        <message>
            <source>1 vantage point sees it; %1 are needed to act without asking</source>
            <translation>1 titik pantau melihatnya; perlu %1 untuk bertindak tanpa bertanya</translation>
        </message>
        <message numerus="yes">
            <source>%n vantage points see it; %1 are needed to act without asking</source>
            <translation>
                <numerusform>%n titik pantau melihatnya; perlu %1 untuk bertindak tanpa bertanya</numerusform>
            </translation>
        </message>
        <message>
            <source>The wall clock jumped by %1; nothing acts without asking until a person has given an order</source>
            <translation>Jam dinding melompat %1; tidak ada yang bertindak tanpa bertanya sampai seseorang memberi perintah</translation>
        </message>
        <message>
            <source>Somebody else wrote to %1</source>
            <translation>Pihak lain mengubah %1</translation>
        </message>
        <message>
            <source>%1 cannot be observed, so nobody knows whether the step took effect</source>
            <translation>%1 tidak dapat diamati, jadi tidak diketahui apakah langkah itu berhasil</translation>
        </message>
        <message>
            <source>%1 shows weight %2 where %3 was set</source>
            <translation>%1 menunjukkan bobot %2, padahal diatur %3</translation>
        </message>
        <message>
            <source>%1 still got new requests between the last two looks: %2</source>
            <translation>%1 masih menerima permintaan baru di antara dua pengamatan terakhir: %2</translation>
        </message>
        <message>
            <source>By %1</source>
            <comment>a person</comment>
            <translation>Oleh %1</translation>
        </message>
        <message>
            <source>By policy</source>
            <translation>Oleh kebijakan</translation>
        </message>
        <message>
            <source>By plan %1</source>
            <translation>Oleh rencana %1</translation>
        </message>
        <message>
            <source>Siaga was restarted while the plan ran</source>
            <translation>Siaga dimulai ulang saat rencana berjalan</translation>
        </message>
        <message>
            <source>The fleet's field “%1” does not allow it</source>
            <translation>Kolom armada “%1” tidak mengizinkannya</translation>
        </message>
        <message>
            <source>unknown</source>
            <comment>state</comment>
            <translation>tidak diketahui</translation>
        </message>
        <message>
            <source>healthy</source>
            <comment>state</comment>
            <translation>sehat</translation>
        </message>
        <message>
            <source>degraded</source>
            <comment>state</comment>
            <translation>menurun</translation>
        </message>
        <message>
            <source>unreachable from here</source>
            <comment>state</comment>
            <translation>tidak terjangkau dari sini</translation>
        </message>
        <message>
            <source>down</source>
            <comment>state</comment>
            <translation>mati</translation>
        </message>
        <message>
            <source>passing</source>
            <comment>check</comment>
            <translation>lulus</translation>
        </message>
        <message>
            <source>failing</source>
            <comment>check</comment>
            <translation>gagal</translation>
        </message>
        <message>
            <source>reachable</source>
            <comment>edge</comment>
            <translation>terjangkau</translation>
        </message>
        <message>
            <source>not reachable</source>
            <comment>edge</comment>
            <translation>tidak terjangkau</translation>
        </message>
        <message>
            <source>too few requests to tell</source>
            <comment>edge's view</comment>
            <translation>permintaan terlalu sedikit untuk menilai</translation>
        </message>
        <message>
            <source>answering well</source>
            <comment>edge's view</comment>
            <translation>menjawab dengan baik</translation>
        </message>
        <message>
            <source>partly failing</source>
            <comment>edge's view</comment>
            <translation>sebagian gagal</translation>
        </message>
        <message>
            <source>mostly failing</source>
            <comment>edge's view</comment>
            <translation>sebagian besar gagal</translation>
        </message>
        <message>
            <source>passed</source>
            <comment>check result</comment>
            <translation>lulus</translation>
        </message>
        <message>
            <source>connection refused</source>
            <comment>check result</comment>
            <translation>sambungan ditolak</translation>
        </message>
        <message>
            <source>timed out</source>
            <comment>check result</comment>
            <translation>kehabisan waktu</translation>
        </message>
        <message>
            <source>unexpected status</source>
            <comment>check result</comment>
            <translation>status tak terduga</translation>
        </message>
        <message>
            <source>expected text missing</source>
            <comment>check result</comment>
            <translation>teks yang diharapkan tidak ada</translation>
        </message>
        <message>
            <source>TLS not acceptable</source>
            <comment>check result</comment>
            <translation>TLS tidak dapat diterima</translation>
        </message>
        <message>
            <source>answer not understood</source>
            <comment>check result</comment>
            <translation>jawaban tidak dimengerti</translation>
        </message>
        <message>
            <source>name has no address</source>
            <comment>check result</comment>
            <translation>nama tidak punya alamat</translation>
        </message>
        <message>
            <source>could not be tried</source>
            <comment>check result</comment>
            <translation>tidak dapat dicoba</translation>
        </message>
        <message>
            <source>ready</source>
            <comment>server</comment>
            <translation>siap</translation>
        </message>
        <message>
            <source>draining</source>
            <comment>server</comment>
            <translation>sedang dikosongkan</translation>
        </message>
        <message>
            <source>in maintenance</source>
            <comment>server</comment>
            <translation>dalam pemeliharaan</translation>
        </message>
        <message>
            <source>held down by the edge's own check</source>
            <comment>server</comment>
            <translation>dimatikan oleh pemeriksaan edge sendiri</translation>
        </message>
        <message>
            <source>warning</source>
            <comment>severity</comment>
            <translation>waspada</translation>
        </message>
        <message>
            <source>critical</source>
            <comment>severity</comment>
            <translation>kritis</translation>
        </message>
        <message>
            <source>emergency</source>
            <comment>severity</comment>
            <translation>darurat</translation>
        </message>
        <message>
            <source>LIVE</source>
            <comment>mode</comment>
            <translation>LIVE</translation>
        </message>
        <message>
            <source>LAB</source>
            <comment>mode</comment>
            <translation>LAB</translation>
        </message>
        <message>
            <source>DRILL</source>
            <comment>mode</comment>
            <translation>DRILL</translation>
        </message>
        <message>
            <source>REPLAY</source>
            <comment>mode</comment>
            <translation>REPLAY</translation>
        </message>
        <message>
            <source>only noted</source>
            <comment>autonomy</comment>
            <translation>hanya dicatat</translation>
        </message>
        <message>
            <source>waits for a person</source>
            <comment>autonomy</comment>
            <translation>menunggu orang</translation>
        </message>
        <message>
            <source>acts by itself</source>
            <comment>autonomy</comment>
            <translation>bertindak sendiri</translation>
        </message>
        <message>
            <source>region down</source>
            <comment>diagnosis</comment>
            <translation>wilayah mati</translation>
        </message>
        <message>
            <source>region degraded</source>
            <comment>diagnosis</comment>
            <translation>wilayah menurun</translation>
        </message>
        <message>
            <source>region unreachable from here</source>
            <comment>diagnosis</comment>
            <translation>wilayah tidak terjangkau dari sini</translation>
        </message>
        <message>
            <source>this console's own network is broken</source>
            <comment>diagnosis</comment>
            <translation>jaringan konsol ini sendiri rusak</translation>
        </message>
        <message>
            <source>the edge was restarted and forgot it</source>
            <comment>drift</comment>
            <translation>edge dimulai ulang dan melupakannya</translation>
        </message>
        <message>
            <source>the edge could not be reached when the others were told</source>
            <comment>drift</comment>
            <translation>edge tidak terjangkau ketika yang lain diberi tahu</translation>
        </message>
        <message>
            <source>somebody else wrote to it</source>
            <comment>drift</comment>
            <translation>pihak lain mengubahnya</translation>
        </message>
        <message>
            <source>region</source>
            <comment>alert subject</comment>
            <translation>wilayah</translation>
        </message>
        <message>
            <source>check</source>
            <comment>alert subject</comment>
            <translation>pemeriksaan</translation>
        </message>
        <message>
            <source>edge</source>
            <comment>alert subject</comment>
            <translation>edge</translation>
        </message>
        <message>
            <source>own network</source>
            <comment>alert subject</comment>
            <translation>jaringan sendiri</translation>
        </message>
        <message>
            <source>edge's view</source>
            <comment>alert subject</comment>
            <translation>pandangan edge</translation>
        </message>
        <message>
            <source>changed weight</source>
            <comment>alert subject</comment>
            <translation>bobot berubah</translation>
        </message>
        <message>
            <source>traffic</source>
            <comment>claim</comment>
            <translation>lalu lintas</translation>
        </message>
        <message>
            <source>version</source>
            <comment>claim</comment>
            <translation>versi</translation>
        </message>
        <message>
            <source>replicas</source>
            <comment>claim</comment>
            <translation>replika</translation>
        </message>
        <message>
            <source>database role</source>
            <comment>claim</comment>
            <translation>peran basis data</translation>
        </message>
        <message>
            <source>configuration</source>
            <comment>claim</comment>
            <translation>konfigurasi</translation>
        </message>
        <message numerus="yes">
            <source>%n vantage points agree</source>
            <translation>
                <numerusform>%n titik pantau sependapat</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n vantage points see it serve</source>
            <translation>
                <numerusform>%n titik pantau melihatnya melayani</numerusform>
            </translation>
        </message>
        <message>
            <source>evacuating, step %1 of %2</source>
            <translation>mengevakuasi, langkah %1 dari %2</translation>
        </message>
        <message>
            <source>%1 did not carry it out in 1 attempt</source>
            <translation>%1 tidak melaksanakannya dalam 1 percobaan</translation>
        </message>
        <message numerus="yes">
            <source>%1 did not carry it out in %n attempts</source>
            <translation>
                <numerusform>%1 tidak melaksanakannya dalam %n percobaan</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 refused</source>
            <translation>%1 menolak</translation>
        </message>
        <message>
            <source>The breaker %1 has opened</source>
            <translation>Pemutus %1 telah terbuka</translation>
        </message>
        <message>
            <source>%1 in %2 at %3</source>
            <comment>service in region at edge</comment>
            <translation>%1 di %2 pada %3</translation>
        </message>
        <message>
            <source>No longer in the fleet, forgotten: %1</source>
            <translation>Tidak lagi ada di armada, dilupakan: %1</translation>
        </message>
        <message>
            <source>Breaker %1 is %2, was %3</source>
            <translation>Pemutus %1 kini %2, tadinya %3</translation>
        </message>
        <message>
            <source>%1 (%2 of %3 calls failed)</source>
            <comment>rule (figures)</comment>
            <translation>%1 (%2 dari %3 panggilan gagal)</translation>
        </message>
        <message>
            <source>Breaker %1 is not there any more</source>
            <translation>Pemutus %1 tidak ada lagi</translation>
        </message>
        <message>
            <source>Breaker %1 forced open by %2</source>
            <translation>Pemutus %1 dipaksa terbuka oleh %2</translation>
        </message>
        <message>
            <source>Breaker %1 disabled by %2</source>
            <translation>Pemutus %1 dinonaktifkan oleh %2</translation>
        </message>
        <message>
            <source>The hold of breaker %1 ended</source>
            <translation>Penahanan pemutus %1 berakhir</translation>
        </message>
        <message>
            <source>The hold of breaker %1 was ended by %2</source>
            <translation>Penahanan pemutus %1 diakhiri oleh %2</translation>
        </message>
        <message>
            <source>Breaker %1 reset by %2</source>
            <translation>Pemutus %1 disetel ulang oleh %2</translation>
        </message>
        <message>
            <source>Asked: force breaker %1 open for %2</source>
            <translation>Diminta: paksa pemutus %1 terbuka selama %2</translation>
        </message>
        <message>
            <source>Asked: disable breaker %1 for %2</source>
            <translation>Diminta: nonaktifkan pemutus %1 selama %2</translation>
        </message>
        <message>
            <source>Asked: reset breaker %1</source>
            <translation>Diminta: setel ulang pemutus %1</translation>
        </message>
        <message>
            <source>The breaker %1 is open: %2 of %3 calls failed</source>
            <translation>Pemutus %1 terbuka: %2 dari %3 panggilan gagal</translation>
        </message>
        <message>
            <source>A reason is needed</source>
            <translation>Diperlukan alasan</translation>
        </message>
        <message>
            <source>An end is needed, within %1</source>
            <translation>Diperlukan batas akhir, dalam %1</translation>
        </message>
        <message>
            <source>breaker</source>
            <comment>alert subject</comment>
            <translation>pemutus</translation>
        </message>
        <message>
            <source>closed</source>
            <comment>breaker</comment>
            <translation>tertutup</translation>
        </message>
        <message>
            <source>degraded</source>
            <comment>breaker</comment>
            <translation>menurun</translation>
        </message>
        <message>
            <source>open</source>
            <comment>breaker</comment>
            <translation>terbuka</translation>
        </message>
        <message>
            <source>half-open</source>
            <comment>breaker</comment>
            <translation>setengah terbuka</translation>
        </message>
        <message>
            <source>ramping back</source>
            <comment>breaker</comment>
            <translation>dinaikkan kembali</translation>
        </message>
        <message>
            <source>forced open</source>
            <comment>breaker</comment>
            <translation>dipaksa terbuka</translation>
        </message>
        <message>
            <source>disabled</source>
            <comment>breaker</comment>
            <translation>dinonaktifkan</translation>
        </message>
        <message>
            <source>too many calls failed</source>
            <comment>breaker</comment>
            <translation>terlalu banyak panggilan gagal</translation>
        </message>
        <message>
            <source>too many calls were slow</source>
            <comment>breaker</comment>
            <translation>terlalu banyak panggilan lambat</translation>
        </message>
        <message>
            <source>too many calls failed in a row</source>
            <comment>breaker</comment>
            <translation>terlalu banyak panggilan gagal berturut-turut</translation>
        </message>
        <message>
            <source>more calls fail than usual</source>
            <comment>breaker</comment>
            <translation>lebih banyak panggilan gagal daripada biasanya</translation>
        </message>
        <message>
            <source>its time is over</source>
            <comment>breaker</comment>
            <translation>waktunya habis</translation>
        </message>
        <message>
            <source>the probes passed</source>
            <comment>breaker</comment>
            <translation>uji coba lulus</translation>
        </message>
        <message>
            <source>a probe failed</source>
            <comment>breaker</comment>
            <translation>sebuah uji coba gagal</translation>
        </message>
        <message>
            <source>well so far</source>
            <comment>breaker</comment>
            <translation>baik sejauh ini</translation>
        </message>
        <message>
            <source>well again</source>
            <comment>breaker</comment>
            <translation>baik kembali</translation>
        </message>
        <message>
            <source>by a person</source>
            <comment>breaker</comment>
            <translation>oleh seseorang</translation>
        </message>
        <message>
            <source>the hold ended</source>
            <comment>breaker</comment>
            <translation>penahanan berakhir</translation>
        </message>
        <message>
            <source>%1 cannot be left of a region: from 0 % up to, but not including, 100 %</source>
            <translation>%1 tidak dapat disisakan dari sebuah wilayah: dari 0 % sampai kurang dari 100 %</translation>
        </message>
        <message>
            <source>%1 of 1 call failed</source>
            <translation>%1 dari 1 panggilan gagal</translation>
        </message>
        <message>
            <source>%1 of %2 calls failed</source>
            <translation>%1 dari %2 panggilan gagal</translation>
        </message>
        <message>
            <source>The breaker %1 is not closed</source>
            <translation>Pemutus %1 tidak tertutup</translation>
        </message>
        <message>
            <source>The breaker %1 is closed again</source>
            <translation>Pemutus %1 tertutup lagi</translation>
        </message>
        <message>
            <source>The breaker %1 is %2</source>
            <comment>name, state</comment>
            <translation>Pemutus %1 %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>12 of 40 calls failed, 30 %</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>opens at %1 of at least %2 calls in %3</source>
            <translation>terbuka pada %1 dari sedikitnya %2 panggilan dalam %3</translation>
        </message>
        <message>
            <source>the newest call was well</source>
            <translation>panggilan terbaru baik</translation>
        </message>
        <message>
            <source>the newest call failed</source>
            <translation>panggilan terbaru gagal</translation>
        </message>
        <message numerus="yes">
            <source>the newest %n calls failed</source>
            <translation>
                <numerusform>%n panggilan terbaru gagal</numerusform>
            </translation>
        </message>
        <message>
            <source>opens at %1 in a row</source>
            <translation>terbuka pada %1 berturut-turut</translation>
        </message>
        <message>
            <source>more calls fail than its usual share explains</source>
            <translation>lebih banyak panggilan gagal daripada yang dijelaskan porsi biasanya</translation>
        </message>
        <message>
            <source>no more calls fail than usual</source>
            <translation>panggilan yang gagal tidak lebih dari biasanya</translation>
        </message>
        <message>
            <source>%1 of calls were slow</source>
            <translation>%1 panggilan lambat</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>sisa %1</translation>
        </message>
        <message>
            <source>%1 ago</source>
            <translation>%1 yang lalu</translation>
        </message>
        <message>
            <source>two rounds were missed; what stands here may be over</source>
            <translation>dua putaran terlewat; yang tampak di sini mungkin sudah berlalu</translation>
        </message>
        <message>
            <source>forced open by %1</source>
            <translation>dipaksa terbuka oleh %1</translation>
        </message>
        <message>
            <source>disabled by %1</source>
            <translation>dinonaktifkan oleh %1</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <comment>milliseconds</comment>
            <translation>%1 md</translation>
        </message>
        <message>
            <source>Siaga's own calls: edges</source>
            <translation>Panggilan Siaga sendiri: edge</translation>
        </message>
        <message>
            <source>Siaga's own calls: what is probed</source>
            <translation>Panggilan Siaga sendiri: yang diperiksa</translation>
        </message>
        <message>
            <source>Siaga's own calls: pages of metrics</source>
            <translation>Panggilan Siaga sendiri: halaman metrik</translation>
        </message>
        <message>
            <source>Published by %1</source>
            <translation>Diterbitkan oleh %1</translation>
        </message>
        <message>
            <source>Servers that %1 checks</source>
            <translation>Server yang diperiksa %1</translation>
        </message>
        <message>
            <source>%1, all calm</source>
            <comment>breakers</comment>
            <translation>%1, semua tenang</translation>
        </message>
        <message>
            <source>%1, %2 calm</source>
            <comment>breakers</comment>
            <translation>%1, %2 tenang</translation>
        </message>
        <message>
            <source>%1 of calls failed</source>
            <translation>%1 panggilan gagal</translation>
        </message>
        <message>
            <source>its calls are not told</source>
            <translation>panggilannya tidak diberitakan</translation>
        </message>
        <message>
            <source>no call in the last %1</source>
            <translation>tidak ada panggilan dalam %1 terakhir</translation>
        </message>
        <message>
            <source>no call lately</source>
            <translation>akhir-akhir ini tidak ada panggilan</translation>
        </message>
        <message>
            <source>opens at %1 of at least %2 calls</source>
            <translation>terbuka pada %1 dari sedikitnya %2 panggilan</translation>
        </message>
        <message>
            <source>%1, or at %2 failures in a row</source>
            <translation>%1, atau pada %2 kegagalan berturut-turut</translation>
        </message>
        <message>
            <source>score %1 of %2</source>
            <comment>sequential test</comment>
            <translation>skor %1 dari %2</translation>
        </message>
        <message>
            <source>%1, %2 left</source>
            <comment>forced open by somebody, time</comment>
            <translation>%1, sisa %2</translation>
        </message>
        <message>
            <source>nothing passes</source>
            <translation>tidak ada yang lewat</translation>
        </message>
        <message>
            <source>looks again in %1</source>
            <translation>melihat lagi dalam %1</translation>
        </message>
        <message>
            <source>looks again now</source>
            <translation>melihat lagi sekarang</translation>
        </message>
        <message>
            <source>a few calls try whether it is well again</source>
            <translation>beberapa panggilan mencoba apakah sudah baik lagi</translation>
        </message>
        <message>
            <source>%1 of calls let through</source>
            <translation>%1 panggilan diloloskan</translation>
        </message>
        <message>
            <source>everything passes, fewer retries</source>
            <translation>semua lewat, ulangan dikurangi</translation>
        </message>
        <message>
            <source>everything passes, whatever fails</source>
            <translation>semuanya lewat, apa pun yang gagal</translation>
        </message>
        <message>
            <source>everything passes</source>
            <translation>semuanya lewat</translation>
        </message>
        <message>
            <source>opens at %1</source>
            <translation>terbuka pada %1</translation>
        </message>
        <message>
            <source>opens at %1, or %2 in a row</source>
            <translation>terbuka pada %1, atau %2 berturut-turut</translation>
        </message>
        <message>
            <source>stays open for %1, longer each time</source>
            <translation>tetap terbuka selama %1, makin lama tiap kali</translation>
        </message>
        <message>
            <source>stays open for %1</source>
            <translation>tetap terbuka selama %1</translation>
        </message>
        <message>
            <source>then has 1 look to be well again</source>
            <translation>lalu punya 1 pengamatan untuk baik lagi</translation>
        </message>
        <message numerus="yes">
            <source>then has %n looks to be well again</source>
            <translation>
                <numerusform>lalu punya %n pengamatan untuk baik lagi</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>policy</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Siaga's own calls</source>
            <translation>panggilan Siaga sendiri</translation>
        </message>
        <message>
            <source>told by %1</source>
            <comment>a program</comment>
            <translation>diberitakan oleh %1</translation>
        </message>
        <message>
            <source>listens to check %1</source>
            <translation>mendengarkan pemeriksaan %1</translation>
        </message>
        <message>
            <source>listens to metrics of %1</source>
            <translation>mendengarkan metrik %1</translation>
        </message>
        <message>
            <source>listens to what the edges count</source>
            <translation>mendengarkan hitungan edge</translation>
        </message>
        <message>
            <source>observing</source>
            <comment>breaker</comment>
            <translation>mengamati</translation>
        </message>
        <message>
            <source>proposes to drain</source>
            <comment>breaker</comment>
            <translation>mengusulkan pengosongan</translation>
        </message>
        <message>
            <source>drains by itself</source>
            <comment>breaker</comment>
            <translation>mengosongkan sendiri</translation>
        </message>
        <message>
            <source>%1 until %2: %3</source>
            <comment>forced open by somebody, time, why</comment>
            <translation>%1 sampai %2: %3</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>state: why</comment>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1 (%2 of %3)</source>
            <comment>state: why (failures of calls)</comment>
            <translation>%1 (%2 dari %3)</translation>
        </message>
        <message>
            <source>%1 of %2 in flight</source>
            <translation>%1 dari %2 berjalan</translation>
        </message>
        <message>
            <source>%1 of %2 waiting</source>
            <translation>%1 dari %2 menunggu</translation>
        </message>
        <message>
            <source>%1 of the retry budget left</source>
            <translation>sisa jatah percobaan ulang %1</translation>
        </message>
        <message>
            <source>time-out %1</source>
            <translation>batas waktu %1</translation>
        </message>
        <message>
            <source>%1 calls not made</source>
            <translation>%1 panggilan tidak dilakukan</translation>
        </message>
        <message>
            <source>%1 for %2</source>
            <comment>state, lasted</comment>
            <translation>%1 selama %2</translation>
        </message>
        <message>
            <source>%1 slow</source>
            <translation>%1 lambat</translation>
        </message>
        <message>
            <source>%1 open</source>
            <comment>breakers</comment>
            <translation>%1 terbuka</translation>
        </message>
        <message>
            <source>%1 degraded</source>
            <comment>breakers</comment>
            <translation>%1 menurun</translation>
        </message>
        <message>
            <source>%1 recovering</source>
            <comment>breakers</comment>
            <translation>%1 memulih</translation>
        </message>
        <message>
            <source>%1 held</source>
            <comment>breakers</comment>
            <translation>%1 ditahan</translation>
        </message>
        <message>
            <source>%1 unknown</source>
            <comment>breakers</comment>
            <translation>%1 tidak diketahui</translation>
        </message>
        <message>
            <source>all closed</source>
            <comment>breakers</comment>
            <translation>semua tertutup</translation>
        </message>
        <message>
            <source>It belongs to %1; Siaga only shows it</source>
            <translation>Ini milik %1; Siaga hanya menampilkannya</translation>
        </message>
        <message>
            <source>say why</source>
            <comment>placeholder of a reason</comment>
            <translation>sebutkan alasannya</translation>
        </message>
        <message>
            <source>1 more check</source>
            <translation>1 pemeriksaan lagi</translation>
        </message>
        <message numerus="yes">
            <source>%n more checks</source>
            <translation>
                <numerusform>%n pemeriksaan lagi</numerusform>
            </translation>
        </message>
        <message>
            <source>follows from record %1</source>
            <translation>akibat catatan %1</translation>
        </message>
        <message>
            <source>Record %1 is damaged: %2</source>
            <translation>Catatan %1 rusak: %2</translation>
        </message>
        <message>
            <source>alerts</source>
            <comment>kind of records</comment>
            <translation>peringatan</translation>
        </message>
        <message>
            <source>notices</source>
            <comment>kind of records</comment>
            <translation>pemberitahuan</translation>
        </message>
        <message>
            <source>checks and regions</source>
            <comment>kind of records</comment>
            <translation>pemeriksaan dan wilayah</translation>
        </message>
        <message>
            <source>diagnoses and drift</source>
            <comment>kind of records</comment>
            <translation>diagnosis dan pergeseran</translation>
        </message>
        <message>
            <source>plans</source>
            <comment>kind of records</comment>
            <translation>rencana</translation>
        </message>
        <message>
            <source>orders by people</source>
            <comment>kind of records</comment>
            <translation>perintah orang</translation>
        </message>
        <message>
            <source>breakers</source>
            <comment>kind of records</comment>
            <translation>pemutus</translation>
        </message>
        <message>
            <source>fleet</source>
            <comment>kind of records</comment>
            <translation>armada</translation>
        </message>
        <message>
            <source>runtime</source>
            <comment>kind of records</comment>
            <translation>jalannya program</translation>
        </message>
        <message>
            <source>of another version</source>
            <comment>kind of records</comment>
            <translation>dari versi lain</translation>
        </message>
        <message>
            <source>people</source>
            <comment>who did it</comment>
            <translation>orang</translation>
        </message>
        <message>
            <source>engines</source>
            <comment>who did it</comment>
            <translation>mesin</translation>
        </message>
        <message>
            <source>Siaga itself</source>
            <comment>who did it</comment>
            <translation>Siaga sendiri</translation>
        </message>
        <message>
            <source>region %1</source>
            <comment>what records are about</comment>
            <translation>wilayah %1</translation>
        </message>
        <message>
            <source>alert %1</source>
            <comment>what records are about</comment>
            <translation>peringatan %1</translation>
        </message>
        <message>
            <source>plan %1</source>
            <comment>what records are about</comment>
            <translation>rencana %1</translation>
        </message>
        <message>
            <source>breaker %1</source>
            <comment>what records are about</comment>
            <translation>pemutus %1</translation>
        </message>
        <message>
            <source>then not kept</source>
            <comment>traffic</comment>
            <translation>waktu itu tidak disimpan</translation>
        </message>
        <message>
            <source>its calls are not kept</source>
            <translation>panggilannya tidak disimpan</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>%1 The system says: %2.</source>
            <comment>sentence; the system's own words</comment>
            <translation>%1 Sistem berkata: %2.</translation>
        </message>
        <message>
            <source>not asked yet</source>
            <comment>credential</comment>
            <translation>belum ditanya</translation>
        </message>
        <message>
            <source>known</source>
            <comment>credential</comment>
            <translation>diketahui</translation>
        </message>
        <message>
            <source>not in the keychain</source>
            <comment>credential</comment>
            <translation>tidak ada di ring kunci</translation>
        </message>
        <message>
            <source>keychain locked</source>
            <comment>credential</comment>
            <translation>ring kunci terkunci</translation>
        </message>
        <message>
            <source>waiting for the keychain</source>
            <comment>credential</comment>
            <translation>menunggu ring kunci</translation>
        </message>
        <message>
            <source>no keychain</source>
            <comment>credential</comment>
            <translation>tanpa ring kunci</translation>
        </message>
        <message>
            <source>in another store</source>
            <comment>credential</comment>
            <translation>di penyimpanan lain</translation>
        </message>
        <message>
            <source>memory of this run</source>
            <translation>memori kali ini</translation>
        </message>
        <message>
            <source>set %1 ago</source>
            <translation>disetel %1 yang lalu</translation>
        </message>
        <message>
            <source>page of metrics %1</source>
            <translation>halaman metrik %1</translation>
        </message>
        <message>
            <source>check %1</source>
            <translation>pemeriksaan %1</translation>
        </message>
        <message>
            <source>nothing in this fleet</source>
            <comment>who uses a credential</comment>
            <translation>tidak ada di armada ini</translation>
        </message>
        <message>
            <source>Nobody has asked for %1 yet.</source>
            <translation>Belum ada yang meminta %1.</translation>
        </message>
        <message>
            <source>The keychain has no %1: set it.</source>
            <translation>Ring kunci tidak punya %1: setel dulu.</translation>
        </message>
        <message>
            <source>The keychain is locked: unlock it, or give %1 for this run only.</source>
            <translation>Ring kunci terkunci: bukalah, atau berikan %1 hanya untuk kali ini.</translation>
        </message>
        <message>
            <source>The keychain has not answered yet; %1 counts as soon as it does, or give it for this run only.</source>
            <translation>Ring kunci belum menjawab; %1 berlaku begitu ia menjawab, atau berikan hanya untuk kali ini.</translation>
        </message>
        <message>
            <source>No keychain answers: %1 can be given for this run only.</source>
            <translation>Tidak ada ring kunci yang menjawab: %1 dapat diberikan hanya untuk kali ini.</translation>
        </message>
        <message>
            <source>%1 was kept in %2, and another keychain answers now: what that has is not taken. Set it again.</source>
            <translation>%1 disimpan di %2, dan sekarang ring kunci lain yang menjawab: isinya tidak dipakai. Setel lagi.</translation>
        </message>
        <message>
            <source>The keychain</source>
            <translation>Ring kunci</translation>
        </message>
        <message>
            <source>The keychain was not asked yet.</source>
            <translation>Ring kunci belum ditanya.</translation>
        </message>
        <message>
            <source>%1 is open.</source>
            <comment>keychain</comment>
            <translation>%1 terbuka.</translation>
        </message>
        <message>
            <source>%1 is locked.</source>
            <comment>keychain</comment>
            <translation>%1 terkunci.</translation>
        </message>
        <message>
            <source>Waiting for the keychain. What is entered meanwhile counts at once.</source>
            <translation>Menunggu ring kunci. Yang dimasukkan sementara itu langsung berlaku.</translation>
        </message>
        <message>
            <source>There is no keychain in this session: credentials live in the memory of this run only.</source>
            <translation>Tidak ada ring kunci di sesi ini: kredensial hanya ada di memori kali ini.</translation>
        </message>
        <message>
            <source>its value is not known</source>
            <translation>nilainya tidak diketahui</translation>
        </message>
        <message>
            <source>%1: accepted after %2</source>
            <translation>%1: diterima setelah %2</translation>
        </message>
        <message>
            <source>%1: accepted, status %2 after %3</source>
            <translation>%1: diterima, status %2 setelah %3</translation>
        </message>
        <message>
            <source>%1: the target refused it</source>
            <translation>%1: sasaran menolaknya</translation>
        </message>
        <message>
            <source>%1: the target refused it, status %2</source>
            <translation>%1: sasaran menolaknya, status %2</translation>
        </message>
        <message>
            <source>%1: it answered, but not as it should: %2</source>
            <translation>%1: ia menjawab, tetapi tidak semestinya: %2</translation>
        </message>
        <message>
            <source>%1: it answered, but not as it should: status %2</source>
            <translation>%1: ia menjawab, tetapi tidak semestinya: status %2</translation>
        </message>
        <message>
            <source>%1: not reached, so nothing is known</source>
            <translation>%1: tidak terjangkau, jadi tidak ada yang diketahui</translation>
        </message>
        <message>
            <source>%1: not reached, so nothing is known: %2</source>
            <translation>%1: tidak terjangkau, jadi tidak ada yang diketahui: %2</translation>
        </message>
        <message>
            <source>%1: not asked: %2</source>
            <translation>%1: tidak ditanya: %2</translation>
        </message>
        <message>
            <source>The keychain is locked, so %1 stays as it was: unlock it and try again.</source>
            <translation>Ring kunci terkunci, jadi %1 tetap seperti semula: bukalah dan coba lagi.</translation>
        </message>
        <message>
            <source>The keychain has not answered; what becomes of %1 shows when it does.</source>
            <translation>Ring kunci belum menjawab; nasib %1 tampak setelah ia menjawab.</translation>
        </message>
        <message>
            <source>Nothing has changed for %1.</source>
            <translation>Tidak ada yang berubah untuk %1.</translation>
        </message>
        <message>
            <source>Notice of alert %1</source>
            <translation>Pemberitahuan peringatan %1</translation>
        </message>
        <message>
            <source>Notice of alerts %1</source>
            <translation>Pemberitahuan peringatan %1</translation>
        </message>
        <message>
            <source>%1 delivered to %2</source>
            <translation>%1 tersampaikan ke %2</translation>
        </message>
        <message>
            <source>%1 not delivered to %2, attempt %3: %4</source>
            <translation>%1 tidak tersampaikan ke %2, percobaan %3: %4</translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <comment>fleet / environment</comment>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>%1 · %2: %3</source>
            <comment>mode · severity: headline</comment>
            <translation>%1 · %2: %3</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>sejak %1</translation>
        </message>
        <message>
            <source>desktop</source>
            <comment>where notices go</comment>
            <translation>desktop</translation>
        </message>
        <message>
            <source>hook %1</source>
            <translation>pengait %1</translation>
        </message>
        <message>
            <source>telling %1</source>
            <comment>a notice is on its way</comment>
            <translation>memberi tahu %1</translation>
        </message>
        <message>
            <source>delivered %1 to %2, telling it anew</source>
            <translation>tersampaikan %1 ke %2, diberitahukan lagi</translation>
        </message>
        <message>
            <source>delivered %1 to %2</source>
            <translation>tersampaikan %1 ke %2</translation>
        </message>
        <message>
            <source>%1 unavailable: %2</source>
            <comment>channel: why</comment>
            <translation>%1 tidak tersedia: %2</translation>
        </message>
        <message>
            <source>%1 failed: %2</source>
            <comment>channel: why</comment>
            <translation>%1 gagal: %2</translation>
        </message>
        <message>
            <source>%1, trying again</source>
            <translation>%1, dicoba lagi</translation>
        </message>
        <message>
            <source>emergency in %1</source>
            <translation>darurat dalam %1</translation>
        </message>
        <message numerus="yes">
            <source>%1 · %2: %n alerts at once</source>
            <comment>mode · worst severity</comment>
            <translation>
                <numerusform>%1 · %2: %n peringatan sekaligus</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>severity: headline</comment>
            <translation>%1: %2</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>dan %n lagi</numerusform>
            </translation>
        </message>
        <message>
            <source>The connection to %1 was lost before it answered: look whether it was done once it is back</source>
            <translation>Sambungan ke %1 terputus sebelum ia menjawab: lihat apakah sudah dilakukan setelah tersambung lagi</translation>
        </message>
        <message>
            <source>The connection to %1 is lost: this was not even asked</source>
            <translation>Sambungan ke %1 terputus: ini bahkan belum diminta</translation>
        </message>
        <message>
            <source>needed in a row: %1</source>
            <translation>perlu berturut-turut: %1</translation>
        </message>
    </context>
</TS>
